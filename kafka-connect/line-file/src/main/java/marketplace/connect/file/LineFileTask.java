package marketplace.connect.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task of {@link LineFileSink}. It commits no offset of a record whose line is not on the disk, waits for a while for
 * a disk that takes nothing, and then fails.
 */
public final class LineFileTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(LineFileTask.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How a file is opened. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    private final Clock clock;
    private final Opener opener;

    private Path path;
    private Duration patience;
    private RecordedFile file;
    private Instant troubledSince;

    /** For Kafka Connect, which calls {@link #start} next. */
    public LineFileTask() {
        this(Clock.systemUTC(), path -> FileChannel.open(path, CREATE, READ, WRITE));
    }

    LineFileTask(final Clock clock, final Opener opener) {
        this.clock = clock;
        this.opener = opener;
    }

    @Override
    public void start(final Map<String, String> properties) {
        final LineFileConfig config = new LineFileConfig(properties);
        path = config.file();
        patience = config.patience();
        try {
            file = RecordedFile.recover(path, locked(opener.open(path)));
        } catch (final IOException e) {
            throw new ConnectException("The file cannot be written to: " + e, e);
        }
    }

    /** Two writers would cut off each other's lines. */
    private FileChannel locked(final FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (final OverlappingFileLockException e) {
            LOG.debug("Locked in this process", e);
        }
        channel.close();
        throw new IOException(path + " is written to by another task");
    }

    /** Goes on where the file ends, whatever was committed. */
    @Override
    public void open(final Collection<TopicPartition> partitions) {
        context.offset(file.next(partitions));
    }

    @Override
    public void put(final Collection<SinkRecord> records) {
        final List<Line> lines = new ArrayList<>(records.size());
        for (final SinkRecord record : records) {
            // A tombstone is no line.
            if (record.value() != null) {
                read(record, lines);
            }
        }
        try {
            file.append(lines);
            troubledSince = null;
        } catch (final IOException e) {
            waitOrFail(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Connect waits for it before it commits.
    private void read(final SinkRecord record, final List<Line> lines) {
        try {
            lines.add(Line.of(record));
        } catch (final DataException e) {
            final ErrantRecordReporter reporter = context.errantRecordReporter();
            if (reporter == null) {
                throw e;
            }
            reporter.report(record, e);
        }
    }

    private void waitOrFail(final IOException trouble) {
        if (trouble instanceof SyncFailedException) {
            throw new ConnectException(
                    "The disk of " + path + " did not keep what was written: " + trouble.getMessage()
                            + ". Start the connector again; it writes again what is missing",
                    trouble);
        }
        if (troubledSince == null) {
            troubledSince = clock.instant();
        }
        final Duration lasts = Duration.between(troubledSince, clock.instant());
        if (lasts.compareTo(patience) >= 0) {
            throw new ConnectException(
                    path + " has taken no line for " + lasts.toSeconds() + " s: " + trouble.getMessage()
                            + ". Make room or mend the disk, and start the connector again; nothing is lost",
                    trouble);
        }
        context.timeout(PAUSE.toMillis());
        throw new RetriableException(path + " takes no line, and is tried again: " + trouble.getMessage(), trouble);
    }

    /**
     * Makes safe what was put, and says how far that is. If the disk does not help it says how far it was before, rather
     * than throw: Connect would go back to what was committed and put again what is in the file.
     */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(final Map<TopicPartition, OffsetAndMetadata> put) {
        final Map<TopicPartition, Long> offsets = new HashMap<>();
        put.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        try {
            file.sync(offsets);
        } catch (final IOException e) {
            LOG.warn("The lines in {} are not safe yet, and no offset is committed: {}", path, e.toString());
        }
        final Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>();
        file.safe(put.keySet()).forEach((partition, offset) -> safe.put(partition, new OffsetAndMetadata(offset)));
        return safe;
    }

    @Override
    public void stop() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (final IOException e) {
            LOG.warn("{} was not closed in order: {}", path, e.toString());
        }
    }

    @Override
    public String version() {
        return new LineFileSink().version();
    }
}
