package marketplace.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    private Path parent;

    private DataFolder folder;

    @BeforeEach
    void begin() {
        folder = new DataFolder(parent.resolve("data"));
    }

    @Test
    void it_is_closed_to_everybody_but_its_owner_even_if_it_was_open_before() throws IOException {
        Files.createDirectories(folder.root());
        Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwxr-xr-x"));

        folder.create();

        assertThat(permissions(folder.root())).isEqualTo("rwx------");
    }

    @Test
    void its_path_is_absolute_and_plain() {
        assertThat(new DataFolder(Path.of("a/../b")).root())
                .isAbsolute()
                .isEqualTo(Path.of("b").toAbsolutePath());
    }

    @Test
    void a_private_file_is_its_owners_alone_also_when_it_takes_the_place_of_an_open_one() throws IOException {
        var file = folder.root().resolve("clients/admin.properties");
        DataFolder.writePrivate(file, "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        DataFolder.writePrivate(file, "two");

        assertThat(file).hasContent("two");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void a_private_file_leaves_nothing_half_written_beside_it() throws IOException {
        var file = folder.root().resolve("secret");
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("secret.new"), "left by one that was killed");

        DataFolder.writePrivate(file, "whole");

        assertThat(file).hasContent("whole");
        assertThat(folder.root()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_write_that_fails_leaves_the_old_file_as_it_was() throws IOException {
        var file = folder.root().resolve("secret");
        DataFolder.writePrivate(file, "old");
        Files.createDirectories(folder.root().resolve("secret.new/in the way"));

        assertThatIOException().isThrownBy(() -> DataFolder.writePrivate(file, "new"));

        assertThat(file).hasContent("old");
    }

    @Test
    void a_wipe_leaves_nothing_and_touches_nothing_else() throws IOException {
        var elsewhere = Files.writeString(parent.resolve("elsewhere"), "not ours");
        DataFolder.writePrivate(folder.secrets().resolve("passwords.properties"), "admin=x");
        Files.createSymbolicLink(folder.root().resolve("link"), elsewhere);

        folder.wipe();

        assertThat(folder.root()).doesNotExist();
        assertThat(elsewhere).hasContent("not ours");
        folder.wipe();
    }

    @Test
    void a_wipe_of_a_link_forgets_what_it_points_to() throws IOException {
        var disk = Files.createDirectories(parent.resolve("disk/data"));
        Files.createSymbolicLink(folder.root(), disk);
        DataFolder.writePrivate(folder.secrets().resolve("passwords.properties"), "admin=x");

        folder.wipe();

        assertThat(disk).doesNotExist();
        assertThat(Files.exists(folder.root(), LinkOption.NOFOLLOW_LINKS)).isFalse();
        folder.create();
        assertThat(folder.root()).isDirectory();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
