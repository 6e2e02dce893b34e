package marketplace.connect.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines together with the record of which they are. A crash takes it back to what both say: the lines behind
 * the last {@link Checkpoint} are cut off, and their records are to be read again.
 */
final class RecordedFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedFile.class);

    private final LineFile file;
    private final CheckpointFile checkpoints;
    private Checkpoint written;
    private Optional<Checkpoint> safe;

    private RecordedFile(final LineFile file, final CheckpointFile checkpoints, final Optional<Checkpoint> safe) {
        this.file = file;
        this.checkpoints = checkpoints;
        this.safe = safe;
        this.written = safe.orElse(new Checkpoint(0, Map.of())).withLength(file.length());
    }

    /**
     * Takes up a file where its checkpoint says. One that has none keeps its whole lines, and so does one that is
     * shorter than its checkpoint: somebody emptied it or put another in its place, and it goes on from there.
     *
     * @param path where the file is
     * @param channel the file; closed with this
     */
    static RecordedFile recover(final Path path, final FileChannel channel) throws IOException {
        final CheckpointFile checkpoints = new CheckpointFile(path);
        final LineFile file = new LineFile(channel);
        final Optional<Checkpoint> safe = checkpoints.read();
        if (safe.isEmpty()) {
            file.cutTornLine();
            return new RecordedFile(file, checkpoints, safe);
        }
        final long length = safe.get().length();
        if (length <= file.sizeOnDisk()) {
            file.cutTo(length);
            return new RecordedFile(file, checkpoints, safe);
        }
        LOG.warn(
                "{} is shorter than the {} bytes written: somebody changed it. It goes on with new lines",
                path,
                length);
        file.cutTornLine();
        final RecordedFile changed = new RecordedFile(file, checkpoints, safe);
        changed.save(changed.written);
        return changed;
    }

    /** For each of these partitions that it knows, the offset of the first record that is not in the file. */
    Map<TopicPartition, Long> next(final Collection<TopicPartition> partitions) {
        return only(partitions, written);
    }

    /**
     * Appends all of these lines, or none.
     *
     * @throws IOException if there is no room for them; try again later
     */
    void append(final Collection<Line> lines) throws IOException {
        final Map<TopicPartition, Long> first = new HashMap<>();
        final Map<TopicPartition, Long> next = new HashMap<>();
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (final Line line : lines) {
            if (!written.knows(line.partition())) {
                first.putIfAbsent(line.partition(), line.offset());
            }
            next.put(line.partition(), line.offset() + 1);
            text.writeBytes(line.text().getBytes(UTF_8));
            text.write('\n');
        }
        if (!first.isEmpty()) {
            // A crash before the next checkpoint has to know where this one began.
            save(written.movedTo(first));
        }
        file.append(ByteBuffer.wrap(text.toByteArray()));
        written = written.movedTo(next).withLength(file.length());
    }

    /**
     * Makes safe what was appended.
     *
     * @param offsets up to where the records were given to it, those without a line as well
     * @throws IOException if it is not safe; try again later
     * @throws java.io.SyncFailedException if only {@link #recover} knows what is in the file
     */
    void sync(final Map<TopicPartition, Long> offsets) throws IOException {
        written = written.movedTo(offsets);
        if (safe.isEmpty() || !safe.get().equals(written)) {
            save(written);
        }
    }

    private void save(final Checkpoint checkpoint) throws IOException {
        file.sync();
        checkpoints.write(checkpoint);
        written = checkpoint;
        safe = Optional.of(checkpoint);
    }

    /** For each of these partitions that it knows, the offset of the first record that is not safe. */
    Map<TopicPartition, Long> safe(final Collection<TopicPartition> partitions) {
        return safe.map(checkpoint -> only(partitions, checkpoint)).orElse(Map.of());
    }

    private static Map<TopicPartition, Long> only(
            final Collection<TopicPartition> partitions, final Checkpoint checkpoint) {
        final Map<TopicPartition, Long> some = new HashMap<>(checkpoint.next());
        some.keySet().retainAll(partitions);
        return some;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
