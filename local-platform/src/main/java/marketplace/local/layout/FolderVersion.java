package marketplace.local.layout;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** What a data folder says of itself: the version of its layout, and the port offset that its platform was last given. */
public final class FolderVersion {
    private static final String CURRENT = "1";
    private static final String FILE = "platform.properties";

    private FolderVersion() {}

    /** Whether a platform made this folder; any other is none of our business. */
    public static boolean isOurs(DataFolder folder) {
        return Files.isRegularFile(folder.root().resolve(FILE));
    }

    /** A line that says why this launcher cannot use the folder; nothing if it can. */
    public static Optional<String> problem(DataFolder folder) throws IOException {
        if (!isOurs(folder) && isFull(folder.root())) {
            return Optional.of("The folder " + folder.root()
                    + " holds something else than a platform's data: choose an empty or a new one with --data.");
        }
        var found = read(folder).getProperty("layout", CURRENT);
        return found.equals(CURRENT)
                ? Optional.empty()
                : Optional.of("The data folder " + folder.root() + " has layout " + found + " and this launcher writes"
                        + " layout " + CURRENT + ": use the launcher that made it, or another folder with --data.");
    }

    public static OptionalInt portOffset(DataFolder folder) throws IOException {
        var offset = read(folder).getProperty("port-offset");
        try {
            return offset == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(offset.strip()));
        } catch (NumberFormatException damaged) {
            throw new IOException(
                    folder.root().resolve(FILE) + " is damaged: its port-offset is not a number.", damaged);
        }
    }

    private static boolean isFull(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            return entries.iterator().hasNext();
        }
    }

    public static void write(DataFolder folder, Ports ports) throws IOException {
        DataFolder.writePrivate(
                folder.root().resolve(FILE), "layout=" + CURRENT + "\nport-offset=" + ports.offset() + "\n");
    }

    private static Properties read(DataFolder folder) throws IOException {
        var properties = new Properties();
        var file = folder.root().resolve(FILE);
        if (Files.isRegularFile(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }
}
