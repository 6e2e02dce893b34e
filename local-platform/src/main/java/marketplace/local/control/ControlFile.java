package marketplace.local.control;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import marketplace.local.layout.DataFolder;

/**
 * Where a running launcher listens, and the word that opens it. Only the owner of the data folder can read it.
 */
record ControlFile(int port, String token, long pid) {
    void write(DataFolder folder) throws IOException {
        DataFolder.writePrivate(path(folder), "port=" + port + "\ntoken=" + token + "\npid=" + pid + "\n");
    }

    static Optional<ControlFile> read(DataFolder folder) throws IOException {
        var path = path(folder);
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(path)));
        return Optional.of(new ControlFile(
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("token"),
                Long.parseLong(properties.getProperty("pid"))));
    }

    static void delete(DataFolder folder) throws IOException {
        Files.deleteIfExists(path(folder));
    }

    private static Path path(DataFolder folder) {
        return folder.run().resolve("control.properties");
    }
}
