package marketplace.hadoop.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketplace.hadoop.lake.LakeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as a process: a script stands in for Java, and says what the job would. */
final class SparkJobTest {
    private static final LakeSettings LAKE = new LakeSettings("hadoop", "hdfs://here:9000/", "marketplace", 1, 1, 1);

    @TempDir
    private Path home;

    private final List<String> stages = new ArrayList<>();
    private ClassArchive archive;

    @BeforeEach
    void lay_it_out() throws IOException {
        Files.createFile(home.resolve("recommendations.jar"));
    }

    private Map<String, Object> run(final String script) throws Exception {
        return run(script, Duration.ofMinutes(1));
    }

    private Map<String, Object> run(final String script, final Duration longest) throws Exception {
        return run(script, longest, 1_000);
    }

    private Map<String, Object> run(final String script, final Duration longest, final long rows) throws Exception {
        final Path java = home.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        final JobSettings settings = new JobSettings(
                home.toString(),
                java.toString(),
                "1g",
                "local[1]",
                1_000,
                home.resolve("classes.jsa").toString(),
                "who",
                Duration.ZERO,
                longest,
                Duration.ZERO);
        return new SparkJob(
                        settings,
                        new JobCommand(settings, LAKE, () -> rows),
                        archive(settings),
                        JsonMapper.createDefault())
                .run("run-1", true, (name, done, of) -> stages.add(name + " " + done + "/" + of));
    }

    private ClassArchive archive(final JobSettings settings) {
        if (archive == null) {
            archive = new ClassArchive(settings);
        }
        return archive;
    }

    /** With what the job was called, if its script noted that. */
    private String called() throws IOException {
        return Files.readString(home.resolve("said"));
    }

    @Test
    void a_small_lake_gets_a_quick_start_and_a_large_one_good_compilers() throws Exception {
        final String says = "echo \"$*\" > " + home.resolve("said") + "; echo '{\"result\":{}}'";

        run(says, Duration.ofMinutes(1), 1_000);
        assertThat(called()).contains("-XX:TieredStopAtLevel=1", "spark.sql.codegen.wholeStage=false");

        run(says, Duration.ofMinutes(1), 1_001);
        assertThat(called()).doesNotContain("TieredStopAtLevel", "codegen");
    }

    @Test
    void the_first_run_leaves_its_classes_for_the_next() throws Exception {
        final Path recording = home.resolve("classes.jsa.recording");
        final String says = "echo \"$*\" > " + home.resolve("said") + "; echo '{\"result\":{}}'";

        run(says + "; echo classes > " + recording);
        assertThat(called()).contains("-XX:ArchiveClassesAtExit=" + recording);
        await().until(() -> Files.exists(home.resolve("classes.jsa")));

        run(says);
        assertThat(called()).contains("-XX:SharedArchiveFile=" + home.resolve("classes.jsa"));
    }

    @Test
    void what_a_run_that_failed_loaded_is_not_kept() throws Exception {
        final Path recording = home.resolve("classes.jsa.recording");

        assertThatThrownBy(() -> run("echo classes > " + recording + "; echo '{\"error\":\"No\"}'"))
                .hasMessage("No");

        await().until(() -> Files.notExists(recording));
        assertThat(home.resolve("classes.jsa")).doesNotExist();
    }

    @Test
    void half_an_archive_is_thrown_away() throws Exception {
        final Path recording = home.resolve("classes.jsa.recording");

        run("echo '{\"result\":{}}'; : > " + recording);

        await().until(() -> Files.notExists(recording));
        assertThat(home.resolve("classes.jsa")).doesNotExist();
    }

    @Test
    void stages_and_the_result_are_what_it_says() throws Exception {
        final Map<String, Object> result = run("""
                echo 'something of a library'
                echo '{"stage":"read","done":0,"of":2}'
                echo '{"stage":"publish","done":1,"of":2}'
                echo '{"result":{"published":4}}'""");

        assertThat(stages).containsExactly("read 0/2", "publish 1/2");
        assertThat(result).hasToString("{published=4}");
    }

    @Test
    void it_is_told_where_the_tables_are_what_the_run_is_called_and_who_it_is() throws Exception {
        run("echo \"$*\" > " + home.resolve("said") + "; echo \"$KAFKA_SASL_JAAS_CONFIG\" >> " + home.resolve("said")
                + "; echo '{\"result\":{}}'");

        assertThat(Files.readString(home.resolve("said")))
                .contains(
                        "-Xmx1g", "--master local[1]", "--warehouse hdfs://here:9000/", "--run-id run-1", "--evaluate")
                .endsWith("who\n");
    }

    @Test
    void why_it_failed_is_one_line() {
        assertThatThrownBy(() -> run("echo '{\"error\":\"There is no table\"}'; exit 1"))
                .isInstanceOf(JobFailedException.class)
                .hasMessage("There is no table");
        assertThatThrownBy(() -> run("exit 137")).hasMessageContaining("exit status 137");
    }

    @Test
    void one_that_takes_too_long_is_ended() {
        assertThatThrownBy(() -> run("exec sleep 600", Duration.ofMillis(300)))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void a_distribution_that_is_not_there_is_said_before_anything_starts() throws Exception {
        Files.delete(home.resolve("recommendations.jar"));

        assertThatThrownBy(() -> run("exit 0")).hasMessageContaining("./mvnw package");
    }
}
