package marketplace.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {
    private static final long MEGABYTE = 1L << 20;
    private static final Ports PORTS = new Ports(0);

    @TempDir
    private Path parent;

    private final FakeMachine machine = new FakeMachine();

    @Test
    void a_machine_with_plenty_of_everything_has_no_problem() {
        assertThat(problems()).isEmpty();
        assertThat(parent.resolve("data")).as("a look makes nothing").doesNotExist();
    }

    @Test
    void java_that_is_too_old() {
        machine.javaVersion = 16;

        assertThat(problems()).containsExactly("This is Java 16: set JAVA_HOME to a JDK 17 or newer.");
    }

    @Test
    void the_oldest_java_that_will_do_does() {
        machine.javaVersion = 17;

        assertThat(problems()).isEmpty();
    }

    @Test
    void too_little_memory() {
        machine.availableMemory = OptionalLong.of(2_999 * MEGABYTE);

        assertThat(problems())
                .containsExactly("Too little memory: 2999 MB are available, 3000 MB are needed."
                        + " Close something that uses much.");
    }

    @Test
    void memory_that_nobody_knows_is_no_problem() {
        machine.availableMemory = OptionalLong.empty();

        assertThat(problems()).isEmpty();
    }

    @Test
    void too_little_disk_where_the_folder_will_be() {
        machine.freeDisk = 100 * MEGABYTE;

        assertThat(problems())
                .singleElement()
                .asString()
                .hasLineCount(1)
                .contains("100 MB are free", "2000 MB are")
                .contains(parent.resolve("data").toString(), "--data");
        assertThat(machine.askedAbout).as("the nearest folder that exists").isEqualTo(parent);
    }

    @Test
    void one_port_that_is_taken_and_by_whom() {
        machine.listens(8083, "process 7, java");

        assertThat(problems())
                .containsExactly("Port 8083 for kafka-connect is taken by process 7, java: stop what listens there, or"
                        + " move this platform with --port-offset.");
    }

    @Test
    void several_ports_that_are_taken_are_one_line_with_their_number() {
        machine.listens(19_092, null);
        machine.listens(8081, "process 7, java");
        machine.listens(8083, null);

        assertThat(problems())
                .containsExactly("Port 19092 for kafka-0 is taken, and 2 more of this platform's ports are taken: stop"
                        + " what listens there, or move this platform with --port-offset.");
    }

    @Test
    void a_place_that_is_no_folder() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "");

        assertThat(problems(file.resolve("data")))
                .containsExactly(
                        "The data folder " + file.resolve("data") + " cannot be written: choose another with --data.");
    }

    @Test
    void a_folder_with_something_else_in_it() throws IOException {
        Files.createDirectories(parent.resolve("data/photos"));

        assertThat(problems()).singleElement().asString().hasLineCount(1).contains("something else", "--data");
    }

    @Test
    void all_problems_are_told_at_once_one_line_each() {
        machine.javaVersion = 11;
        machine.availableMemory = OptionalLong.of(0);
        machine.freeDisk = 0;
        PORTS.all().values().forEach(port -> machine.listens(port, null));

        assertThat(problems()).hasSize(4).allSatisfy(line -> assertThat(line).hasLineCount(1));
    }

    private List<String> problems() {
        return problems(parent.resolve("data"));
    }

    private List<String> problems(Path data) {
        return new Preflight(machine, 3_000 * MEGABYTE, 2_000 * MEGABYTE).problems(new DataFolder(data), PORTS);
    }
}
