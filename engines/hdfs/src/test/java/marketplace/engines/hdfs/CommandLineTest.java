package marketplace.engines.hdfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void all_is_the_name_node_with_three_data_nodes() {
        assertThat(CommandLine.of("config", "all"))
                .contains(new CommandLine(
                        Path.of("config").toAbsolutePath(), new Role(true, List.of(0, 1, 2)), Map.of()));
    }

    @Test
    void a_data_node_has_a_number_and_settings_come_behind_it() {
        assertThat(CommandLine.of("config", "datanode", "2", "-Da.b=c=d", "-De="))
                .contains(new CommandLine(
                        Path.of("config").toAbsolutePath(),
                        new Role(false, List.of(2)),
                        Map.of("a.b", "c=d", "e", "")));
    }

    @Test
    void the_name_node_stands_alone() {
        assertThat(CommandLine.of("config", "namenode", "-Da=b").orElseThrow().role())
                .isEqualTo(new Role(true, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "config",
                "-Da=b all",
                "config some",
                "config datanode",
                "config datanode x",
                "config all a=b",
                "config all -D=b",
                "config namenode 1"
            })
    void anything_else_makes_no_sense(String line) {
        assertThat(CommandLine.of(line.split(" "))).isEmpty();
    }
}
