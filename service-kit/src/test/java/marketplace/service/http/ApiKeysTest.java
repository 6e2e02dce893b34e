package marketplace.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import marketplace.service.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeysTest {
    /** Of the key "secret". */
    private static final String HASH = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @TempDir
    private Path folder;

    @Test
    void a_key_is_known_by_its_hash() throws IOException {
        final ApiKeys keys = keys("# people\n\nlamps shop " + HASH + " store-1\n", "0.0.0.0");
        assertThat(keys.inUse()).isTrue();
        assertThat(keys.holderOf("secret")).contains(new Caller("lamps", Role.SHOP, Optional.of("store-1")));
        assertThat(keys.holderOf("guess")).isEmpty();
    }

    @Test
    void who_publishes_for_every_shop_is_held_to_no_store() throws IOException {
        assertThat(keys("importer shop " + HASH + " *", "0.0.0.0").holderOf("secret"))
                .contains(new Caller("importer", Role.SHOP, Optional.empty()));
    }

    @Test
    void without_keys_nobody_else_can_reach_the_service() {
        assertThat(new ApiKeys("", "127.0.0.1").inUse()).isFalse();
        assertThatThrownBy(() -> new ApiKeys("", "0.0.0.0"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("API_KEYS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamps", "lamps shop " + HASH, "anna king " + HASH, "anna moderator " + HASH + " store-1"})
    void a_line_that_is_wrong_is_named(final String line) {
        assertThatThrownBy(() -> keys("\n" + line, "127.0.0.1"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("Line 2 of");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> new ApiKeys(folder.resolve("none").toString(), "127.0.0.1"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("cannot be read");
    }

    private ApiKeys keys(final String text, final String host) throws IOException {
        final Path file = folder.resolve("keys");
        Files.writeString(file, text);
        return new ApiKeys(file.toString(), host);
    }
}
