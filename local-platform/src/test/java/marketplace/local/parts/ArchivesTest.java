package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import marketplace.local.layout.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
    private static final String RECORDS = "-XX:ArchiveClassesAtExit=";
    private static final String USES = "-XX:SharedArchiveFile=";
    private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path checkout;

    private Home home;
    private Archives archives;

    @BeforeEach
    void begin() throws IOException {
        home = new Home(checkout);
        archives = new Archives(home);
        Files.createDirectories(home.app("kafka").getParent());
        touch(home.app("kafka"), BUILT);
    }

    @Test
    void the_first_start_records_an_archive_and_the_next_one_uses_it() throws IOException {
        assertThat(archives.isRecording()).isFalse();
        var unfinished = record();
        assertThat(archives.isRecording()).isTrue();
        assertThat(unfinished.getFileName().toString())
                .endsWith(".jsa." + ProcessHandle.current().pid());

        archives.keep();

        assertThat(unfinished).doesNotExist();
        assertThat(new Archives(home).flags("kafka", true))
                .contains(USES + kept(unfinished))
                .noneMatch(flag -> flag.startsWith(RECORDS));
    }

    @Test
    void an_archive_of_an_older_build_is_recorded_anew() throws IOException {
        var unfinished = record();
        archives.keep();
        touch(home.app("kafka"), Instant.now().plusSeconds(60));

        assertThat(archives.flags("kafka", true)).contains(RECORDS + unfinished);
    }

    @Test
    void of_several_that_run_the_same_only_one_records_and_all_use() throws IOException {
        assertThat(archives.flags("kafka", false)).isEmpty();
        var unfinished = record();
        archives.keep();

        assertThat(archives.flags("kafka", false)).contains(USES + kept(unfinished));
    }

    @Test
    void a_process_that_recorded_nothing_leaves_no_archive() throws IOException {
        archives.flags("kafka", true);

        archives.keep();

        assertThat(home.archives()).isEmptyDirectory();
    }

    @Test
    void a_process_that_was_killed_while_it_recorded_leaves_no_archive() throws IOException {
        Files.write(record(), new byte[1_000]);

        archives.keep();

        assertThat(home.archives()).isEmptyDirectory();
    }

    @Test
    void what_dead_launchers_left_is_forgotten_and_nothing_else() throws IOException {
        long alive = ProcessHandle.current().pid();
        var ofTheDead = touch(home.archives().resolve("kafka-1.jsa." + Integer.MAX_VALUE), BUILT);
        var others = List.of(
                touch(home.archives().resolve("kafka-1.jsa"), BUILT),
                touch(home.archives().resolve("kafka-1.jsa." + alive), BUILT),
                touch(home.archives().resolve("kafka-1.jsa.old"), BUILT));

        archives.keep();

        assertThat(ofTheDead).doesNotExist();
        assertThat(others).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void where_nothing_can_be_written_nothing_is_recorded() throws IOException {
        Files.writeString(home.archives(), "a file in the place of the folder");

        assertThat(archives.flags("kafka", true)).isEmpty();
        archives.keep();
    }

    /** Asks for the flags of a first start, and does what the process does with them at its end. */
    private Path record() throws IOException {
        var flag = archives.flags("kafka", true).get(0);
        assertThat(flag).startsWith(RECORDS);
        var unfinished = Path.of(flag.substring(RECORDS.length()));
        Files.createDirectories(unfinished.getParent());
        Files.writeString(unfinished, "classes");
        return Files.setLastModifiedTime(unfinished, FileTime.from(BUILT.plusSeconds(1)));
    }

    private static Path kept(Path unfinished) {
        var name = unfinished.getFileName().toString();
        return unfinished.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }

    private static Path touch(Path file, Instant when) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(when));
    }
}
