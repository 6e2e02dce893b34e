package marketplace.connect.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The {@link Checkpoint} of a file, kept beside it under its name with {@code .checkpoint} behind. It is replaced as a
 * whole and is on the disk when {@link #write} returns, so that a crash leaves the one before or the new one.
 *
 * <pre>
 * length 52113
 * products 0 41
 * products 1 37
 * </pre>
 */
final class CheckpointFile {
    private static final String LENGTH = "length";

    private final Path path;

    CheckpointFile(final Path lines) {
        this.path = lines.resolveSibling(lines.getFileName() + ".checkpoint");
    }

    Path path() {
        return path;
    }

    /**
     * What was written last; nothing if nothing was.
     *
     * @throws IOException if it cannot be read, or makes no sense
     */
    Optional<Checkpoint> read() throws IOException {
        final List<String> rows;
        try {
            rows = Files.readAllLines(path, UTF_8);
        } catch (final NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(rows));
        } catch (final IllegalArgumentException e) {
            throw new IOException(path + " is not a checkpoint", e);
        }
    }

    private static Checkpoint parse(final List<String> rows) {
        final Map<TopicPartition, Long> next = new HashMap<>();
        long length = -1;
        for (final String row : rows) {
            final String[] words = row.split(" ", -1);
            if (words.length == 2 && words[0].equals(LENGTH)) {
                length = Long.parseLong(words[1]);
            } else if (words.length == 3) {
                next.put(new TopicPartition(words[0], Integer.parseInt(words[1])), Long.parseLong(words[2]));
            } else {
                throw new IllegalArgumentException(row);
            }
        }
        if (length < 0) {
            throw new IllegalArgumentException("no length");
        }
        return new Checkpoint(length, next);
    }

    /** Replaces what was written before. */
    void write(final Checkpoint checkpoint) throws IOException {
        final Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
            final ByteBuffer bytes = UTF_8.encode(format(checkpoint));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        // The new name is in the folder, and so is as safe as the folder is.
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), READ)) {
            folder.force(true);
        }
    }

    private static String format(final Checkpoint checkpoint) {
        return checkpoint.next().entrySet().stream()
                .map(entry -> entry.getKey().topic() + " " + entry.getKey().partition() + " " + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining("", LENGTH + " " + checkpoint.length() + "\n", ""));
    }
}
