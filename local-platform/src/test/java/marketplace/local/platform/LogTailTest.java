package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    private List<String> tail(String log, String output, int count) throws IOException {
        var program = new Program(List.of(), Map.of(), folder, folder.resolve("part.log"), folder.resolve("part.out"));
        Files.writeString(program.log(), log);
        Files.writeString(program.output(), output);
        return LogTail.of(program, count);
    }

    @Test
    void from_the_last_error_on_with_its_causes_and_without_the_places_in_the_code() throws IOException {
        var log = """
                10:00 ERROR first: was got over
                10:01 ERROR broker: cannot start
                java.lang.RuntimeException: no acceptor
                \tat kafka.Broker.start(Broker.scala:1)
                \tat kafka.Kafka.main(Kafka.scala:2)
                Caused by: java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind0(Native Method)
                \t... 7 more
                10:02 INFO shutting down
                10:03 INFO shut down
                """;

        assertThat(tail(log, "", 4))
                .containsExactly(
                        "10:01 ERROR broker: cannot start",
                        "java.lang.RuntimeException: no acceptor",
                        "Caused by: java.net.BindException: Address already in use",
                        "10:02 INFO shutting down");
    }

    @Test
    void without_an_error_the_end_of_the_log_and_what_was_printed_beside_it() throws IOException {
        assertThat(tail("1 INFO\n2 INFO\n3 INFO\n", "Killed\n", 2)).containsExactly("2 INFO", "3 INFO", "Killed");
    }
}
