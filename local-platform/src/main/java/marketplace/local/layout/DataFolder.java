package marketplace.local.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Everything that a platform keeps between two starts. Only its owner can look into it. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String part) {
        return root.resolve("data").resolve(part);
    }

    /** Files that parts write for people and other programs to take. */
    public Path files() {
        return root.resolve("files");
    }

    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** What a process prints beside its log. */
    public Path output(String part) {
        return root.resolve("logs").resolve(part + ".out");
    }

    public Path pki() {
        return root.resolve("pki");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Settings with which a principal's client reaches a cluster. */
    public Path client(Cluster cluster, String principal) {
        return root.resolve("clients").resolve(cluster.label()).resolve(principal + ".properties");
    }

    /** The configuration of a part that does not take it from the checkout as it stands there. */
    public Path configuration(String part) {
        return root.resolve("configuration").resolve(part);
    }

    /** What is true only while a platform runs. */
    public Path run() {
        return root.resolve("run");
    }

    /** Makes the folder, closed to everybody else. */
    public void create() throws IOException {
        privateFolder(root);
    }

    public static void privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public static void writePrivate(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (isPosix(file.getParent())) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** Forgets everything, down to the folder itself. */
    public void wipe() throws IOException {
        if (Files.isSymbolicLink(root)) {
            delete(root.toRealPath());
        }
        delete(root);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
