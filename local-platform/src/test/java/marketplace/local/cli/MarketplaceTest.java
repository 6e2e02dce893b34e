package marketplace.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketplace.local.Printed;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.FolderVersion;
import marketplace.local.layout.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketplaceTest {
    private static final int WRONG_COMMAND_LINE = 2;

    @TempDir
    private Path parent;

    private final Printed printed = new Printed();
    private final StringWriter usage = new StringWriter();
    private DataFolder folder;

    @BeforeEach
    void begin() {
        folder = new DataFolder(parent.resolve("data"));
    }

    @AfterEach
    void end() {
        printed.close();
    }

    @Test
    void its_usage_names_every_command_and_every_status() {
        var text = Marketplace.commandLine().getUsageMessage();

        assertThat(text)
                .contains(
                        "up ",
                        "status ",
                        "logs ",
                        "start ",
                        "stop ",
                        "kill ",
                        "down ",
                        "mail ",
                        "catalogue ",
                        "secrets ",
                        "demo ",
                        "simulate ",
                        "verify ",
                        "bench ");
        assertThat(text).contains("  0  ", "  1  ", "  2  ", "  3  ", "  4  ");
    }

    @Test
    void no_command_at_all_shows_the_usage() {
        assertThat(execute()).isZero();

        assertThat(printed.out()).contains("Commands:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "status",
                "logs",
                "start",
                "stop",
                "kill",
                "down",
                "catalogue",
                "secrets",
                "mail",
                "demo",
                "simulate",
                "verify",
                "bench"
            })
    void every_command_explains_itself_and_takes_the_folder_and_the_offset(String command) {
        assertThat(execute(command, "--help")).isZero();

        assertThat(usage.toString()).contains("--data", "--port-offset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "status --loud",
                "status --port-offset many",
                "kill",
                "kill kafka-0 kafka-1",
                "logs",
                "logs kafka-0 -n many",
                "up --port-offset 2147483647",
                "up --port-offset -1",
                "bench --pairs many",
                "verify --only three",
                "simulate --rate fast",
                "up --with music",
                "secrets",
            })
    void a_wrong_command_line_is_status_2(String line) {
        assertThat(run(line.split(" "))).isEqualTo(WRONG_COMMAND_LINE);

        assertThat(usage.toString()).isNotBlank();
        assertThat(folder.root()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "kill kafka-0",
                "stop kafka-0",
                "start kafka-0",
                "mail",
                "catalogue",
                "bench",
                "bench ingest",
                "demo",
                "simulate",
                "verify"
            })
    void where_nothing_runs_the_status_is_3_and_one_line_says_what_to_do(String line) {
        assertThat(run(line.split(" "))).isEqualTo(Marketplace.NOT_RUNNING);

        assertThat(printed.err().strip())
                .isEqualTo("No platform is running on " + folder.root() + ": ./marketplace up starts one.");
        assertThat(folder.root()).as("a question makes nothing").doesNotExist();
    }

    @Test
    void a_program_learns_in_its_own_language_that_nothing_runs() throws IOException {
        assertThat(run("status", "--json")).isEqualTo(Marketplace.NOT_RUNNING);

        assertThat(new ObjectMapper().readTree(printed.out()).path("phase").asText())
                .isEqualTo("down");
    }

    @Test
    void a_launcher_that_died_left_a_lock_file_that_holds_nobody() throws IOException {
        FolderVersion.write(folder, new Ports(0));
        Launcher.hold(folder).close();

        assertThat(run("status")).isEqualTo(Marketplace.NOT_RUNNING);
    }

    @Test
    void a_part_with_a_name_that_cannot_be_is_not_asked_for() {
        assertThat(run("kill", "../../etc")).isEqualTo(Marketplace.FAILED);

        assertThat(printed.err()).contains("There is no part ../../etc.");
    }

    @Test
    void down_where_nothing_runs_is_done_already() {
        assertThat(run("down")).isZero();

        assertThat(printed.out()).contains("Nothing is running on " + folder.root());
    }

    @Test
    void a_wipe_forgets_a_platforms_folder() throws IOException {
        FolderVersion.write(folder, new Ports(0));
        Files.createDirectories(folder.secrets());

        assertThat(run("down", "--wipe")).isZero();

        assertThat(folder.root()).doesNotExist();
    }

    @Test
    void a_wipe_leaves_alone_what_is_no_platforms_folder() throws IOException {
        var thesis = folder.root().resolve("thesis.txt");
        Files.createDirectories(folder.root());
        Files.writeString(thesis, "years of work");

        assertThat(run("down", "--wipe")).isZero();

        assertThat(thesis).exists();
        assertThat(printed.out()).contains("nothing to forget");
    }

    @Test
    void what_stands_in_the_way_of_a_start_is_status_4_and_leaves_nothing() throws IOException {
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("platform.properties"), "layout=99\n");

        assertThat(run("up")).isEqualTo(Marketplace.IN_THE_WAY);

        assertThat(printed.err()).contains("has layout 99");
        assertThat(folder.root()).isDirectoryNotContaining("glob:**/{pki,secrets,run}");
    }

    @Test
    void a_data_folder_that_is_damaged_is_one_line_and_no_stack_trace() throws IOException {
        assumeTrue(System.getenv("MARKETPLACE_PORT_OFFSET") == null, "it would stand in for what the folder says");
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("platform.properties"), "layout=1\nport-offset=many\n");

        assertThat(run("up")).isEqualTo(Marketplace.FAILED);

        assertThat(printed.err()).hasLineCount(1).contains("is damaged: its port-offset is not a number");
    }

    @Test
    void the_end_of_a_log_comes_after_what_was_printed_beside_it() throws IOException {
        log("kafka-0", "one\ntwo\nthree\n");
        Files.writeString(folder.output("kafka-0"), "printed\n");

        assertThat(run("logs", "kafka-0", "-n", "2")).isZero();

        assertThat(printed.out()).isEqualToNormalizingNewlines("printed\ntwo\nthree\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-9", "../data/x", "."})
    void a_log_that_is_not_there_is_answered_with_those_there_are(String name) throws IOException {
        log("mirror-maker", "");
        log("kafka-0", "");

        assertThat(run("logs", name)).isEqualTo(Marketplace.FAILED);

        assertThat(printed.err().strip())
                .isEqualTo("There is no log of " + name + "; there are: kafka-0, mirror-maker.");
    }

    private void log(String name, String text) throws IOException {
        Files.createDirectories(folder.log(name).getParent());
        Files.writeString(folder.log(name), text);
    }

    /** A command on the folder of this test. */
    private int run(String... line) {
        var arguments = new ArrayList<>(List.of(line));
        arguments.add("--data");
        arguments.add(folder.root().toString());
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        var writer = new PrintWriter(usage, true);
        return Marketplace.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
