package marketplace.engines.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void a_setting_is_named_and_given_its_value() {
        assertThat(CommandLine.of("/config", "-Ehttp.port=9201", "-Enode.attr.of=a=b", "-Enode.attr.none="))
                .contains(new CommandLine(
                        Path.of("/config"), Map.of("http.port", "9201", "node.attr.of", "a=b", "node.attr.none", "")));
    }

    @Test
    void a_folder_alone_will_do() {
        assertThat(CommandLine.of("config"))
                .contains(new CommandLine(Path.of("config").toAbsolutePath(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Ehttp.port=9201", "/config http.port=9201", "/config -E=9201", "/config -Ehttp.port"})
    void what_makes_no_sense_is_nothing(String line) {
        assertThat(CommandLine.of(line.isEmpty() ? new String[0] : line.split(" ")))
                .isEmpty();
    }
}
