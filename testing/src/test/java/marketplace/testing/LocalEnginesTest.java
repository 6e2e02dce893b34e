package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import marketplace.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnginesTest {
    @TempDir
    private Path checkout;

    @Test
    void a_missing_distribution_is_one_clear_line() {
        var settings = Settings.of(name -> name.equals("marketplace.home") ? checkout.toString() : null, checkout);
        assertThatThrownBy(() -> LocalEngines.open(Catalogue.load(), settings))
                .isInstanceOf(EnginesException.class)
                .hasMessageStartingWith("The engines are not built, ")
                .hasMessageEndingWith(" is missing: run ./mvnw package first, or build this module with -am.");
    }
}
