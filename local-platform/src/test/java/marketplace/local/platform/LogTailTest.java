package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {
    @TempDir
    private Path folder;

    private Shell shell;
    private Program program;

    @BeforeEach
    void begin() {
        shell = new Shell(folder);
        program = shell.program("broker", "true");
    }

    @Test
    void the_last_error_and_what_follows_it_tell_more_than_the_end() throws IOException {
        log("INFO a\n ERROR first\nINFO b\n ERROR last\n at Somewhere.java\nINFO c\nINFO d\n");

        assertThat(LogTail.of(program, 0, 3)).containsExactly(" ERROR last", " at Somewhere.java", "INFO c");
    }

    @Test
    void the_causes_are_shown_and_the_places_in_the_code_are_not() throws IOException {
        log("""
                10:00 ERROR first: was got over
                10:01 ERROR broker: cannot start
                java.lang.RuntimeException: no acceptor
                \tat kafka.Broker.start(Broker.scala:1)
                Caused by: java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind0(Native Method)
                \t... 7 more
                10:02 INFO shutting down
                10:03 INFO shut down
                """);

        assertThat(LogTail.of(program, 0, 4))
                .containsExactly(
                        "10:01 ERROR broker: cannot start",
                        "java.lang.RuntimeException: no acceptor",
                        "Caused by: java.net.BindException: Address already in use",
                        "10:02 INFO shutting down");
    }

    @Test
    void without_an_error_the_end_of_the_log_is_shown() throws IOException {
        log("a\nb\nc\n");

        assertThat(LogTail.of(program, 0, 2)).containsExactly("b", "c");
    }

    @Test
    void what_was_printed_comes_after_what_was_logged() throws IOException {
        log("logged\n");
        Files.writeString(shell.output("broker"), "one\ntwo\nthree\n");

        assertThat(LogTail.of(program, 0, 2)).containsExactly("logged", "two", "three");
    }

    @Test
    void what_was_logged_before_the_run_is_left_out() throws IOException {
        log("old ERROR of another run\n");
        long begin = LogTail.size(program);
        Files.writeString(shell.log("broker"), Files.readString(shell.log("broker")) + "new\n");

        assertThat(LogTail.of(program, begin, 5)).containsExactly("new");
    }

    @Test
    void a_log_that_was_turned_over_since_counts_as_a_whole() throws IOException {
        log("the first line of a new file\n");

        assertThat(LogTail.of(program, 1_000_000, 5)).containsExactly("the first line of a new file");
    }

    @Test
    void a_program_that_wrote_nothing_has_no_lines() {
        assertThat(LogTail.size(program)).isZero();
        assertThat(LogTail.of(program, 0, 5)).isEmpty();
        assertThat(LogTail.of(folder.resolve("none.log"), 5)).isEmpty();
    }

    @Test
    void of_a_big_file_only_its_end_is_read() throws IOException {
        log(" ERROR long ago\n"
                + IntStream.range(0, 40_000).mapToObj(line -> "INFO " + line).collect(Collectors.joining("\n")));

        assertThat(LogTail.of(program, 0, 2)).containsExactly("INFO 39998", "INFO 39999");
        assertThat(LogTail.of(shell.log("broker"), Integer.MAX_VALUE)).hasSizeBetween(1_000, 39_999);
    }

    @Test
    void a_folder_in_the_place_of_a_log_is_said_not_to_be_readable() {
        assertThat(LogTail.of(folder, 5)).singleElement().asString().contains("cannot be read");
    }

    private void log(String text) throws IOException {
        Files.writeString(shell.log("broker"), text);
    }
}
