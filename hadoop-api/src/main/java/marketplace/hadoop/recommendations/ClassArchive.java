package marketplace.hadoop.recommendations;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of the job in a form that a run maps into memory in place of loading them, which halves a short one. A run
 * that finds none leaves one behind when it ends.
 */
@Singleton
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final List<String> SILENT = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Optional<Path> file;
    private final AtomicBoolean recording = new AtomicBoolean();

    ClassArchive(final JobSettings settings) {
        this.file = Optional.of(settings.archive())
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .map(Path::toAbsolutePath);
    }

    /** The flags with which a run of this jar uses the archive, or leaves one. */
    List<String> flags(final Path jar) {
        if (file.isEmpty()) {
            return List.of();
        }
        if (isNewerThan(jar)) {
            return flags("-XX:SharedArchiveFile=" + file.get());
        }
        return recording.compareAndSet(false, true) ? flags("-XX:ArchiveClassesAtExit=" + unfinished()) : List.of();
    }

    private static List<String> flags(final String flag) {
        return List.of(flag, SILENT.get(0), SILENT.get(1));
    }

    private boolean isNewerThan(final Path jar) {
        try {
            return Files.getLastModifiedTime(file.orElseThrow()).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (final IOException missing) {
            return false;
        }
    }

    private Path unfinished() {
        return file.orElseThrow().resolveSibling(file.orElseThrow().getFileName() + ".recording");
    }

    /** A run has left: what it recorded is for the next, if it got to its end and so loaded all that a run does. */
    void keep(final boolean wasDone) {
        if (!recording.get()) {
            return;
        }
        try {
            if (wasDone && isWhole()) {
                Files.move(unfinished(), file.orElseThrow(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(unfinished());
        } catch (final IOException e) {
            LOG.warn("The next run will start more slowly: {}", e.toString());
        } finally {
            recording.set(false);
        }
    }

    /** The JVM writes the first bytes last. */
    private boolean isWhole() throws IOException {
        if (!Files.exists(unfinished())) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(unfinished())) {
            return bytes.read() > 0;
        }
    }
}
