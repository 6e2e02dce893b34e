package marketplace.streams.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Who an instance is to its group. The name stays with the state: whoever starts on the same folder takes the place of
 * the one before at once, killed or not, where a stranger would wait until that one is given up.
 */
final class Identity {
    private static final String FILE = "instance-id";

    private Identity() {}

    /** The name of the instance whose state is in a folder; made when it is asked for first. */
    static String of(final Path stateFolder) {
        final Path file = stateFolder.resolve(FILE);
        try {
            Files.createDirectories(stateFolder);
            if (!Files.exists(file)) {
                // Renamed when complete, so that a crash leaves a name or none.
                final Path unfinished = Files.createTempFile(stateFolder, FILE, ".new");
                Files.writeString(unfinished, UUID.randomUUID().toString());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (final IOException e) {
            throw new UncheckedIOException("The state folder " + stateFolder + " cannot be used", e);
        }
    }
}
