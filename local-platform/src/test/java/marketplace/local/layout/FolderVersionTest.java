package marketplace.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderVersionTest {
    @TempDir
    private Path parent;

    private DataFolder folder;

    @BeforeEach
    void begin() {
        folder = new DataFolder(parent.resolve("data"));
    }

    @Test
    void a_folder_that_is_missing_or_empty_is_no_problem() throws IOException {
        assertThat(FolderVersion.problem(folder)).isEmpty();
        folder.create();
        assertThat(FolderVersion.problem(folder)).isEmpty();
        assertThat(FolderVersion.isOurs(folder)).isFalse();
        assertThat(FolderVersion.portOffset(folder)).isEmpty();
    }

    @Test
    void a_folder_that_was_written_is_ours_and_remembers_its_port_offset() throws IOException {
        FolderVersion.write(folder, new Ports(1_000));

        assertThat(FolderVersion.isOurs(folder)).isTrue();
        assertThat(FolderVersion.problem(folder)).isEmpty();
        assertThat(FolderVersion.portOffset(folder)).hasValue(1_000);

        FolderVersion.write(folder, new Ports(0));
        assertThat(FolderVersion.portOffset(folder)).hasValue(0);
    }

    @Test
    void a_folder_of_another_layout_is_refused_with_both_versions() throws IOException {
        say("layout=99\nport-offset=0\n");

        assertThat(FolderVersion.problem(folder)).hasValueSatisfying(line -> assertThat(line)
                .contains(folder.root().toString(), "has layout 99", "layout 1", "--data")
                .hasLineCount(1));
    }

    @Test
    void a_folder_that_holds_something_else_is_refused() throws IOException {
        folder.create();
        Files.writeString(folder.root().resolve("thesis.txt"), "years of work");

        assertThat(FolderVersion.problem(folder)).hasValueSatisfying(line -> assertThat(line)
                .contains(folder.root().toString(), "something else", "--data")
                .hasLineCount(1));
    }

    @Test
    void a_port_offset_that_is_no_number_is_said_to_be_damaged() throws IOException {
        say("layout=1\nport-offset=many\n");

        assertThatIOException()
                .isThrownBy(() -> FolderVersion.portOffset(folder))
                .withMessageContaining("platform.properties is damaged");
    }

    private void say(String text) throws IOException {
        folder.create();
        Files.writeString(folder.root().resolve("platform.properties"), text);
    }
}
