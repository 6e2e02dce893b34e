package marketplace.connect.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** One partition and its one task, driven as Kafka Connect drives it: what is put, committed and read again. */
final class Worker implements SinkTaskContext {
    static final TopicPartition PARTITION = new TopicPartition("products", 0);

    private final List<Object> topic = new ArrayList<>();
    private final Map<String, String> settings;
    private final List<SinkRecord> aside = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    private LineFileTask task;
    private SmallDisk disk;
    private long position;
    private long committed;

    Worker(final Path file) {
        this.settings = Map.of(LineFileConfig.FILE, file.toString());
    }

    /** Appends to the topic. */
    Worker publish(final Object... values) {
        topic.addAll(Arrays.asList(values));
        return this;
    }

    /** Starts a task at the committed offset, unless it says otherwise. */
    Worker start() {
        task = new LineFileTask(clock(), path -> disk = new SmallDisk(FileChannel.open(path, CREATE, READ, WRITE)));
        task.initialize(this);
        task.start(settings);
        position = committed;
        task.open(Set.of(PARTITION));
        return this;
    }

    /**
     * Puts all that is on the topic; what is not taken is put again by the next.
     *
     * @throws RetriableException if it is not taken now
     */
    Worker deliver() {
        final List<SinkRecord> batch = new ArrayList<>();
        for (long offset = position; offset < topic.size(); offset++) {
            final Object value = topic.get((int) offset);
            batch.add(new SinkRecord(
                    PARTITION.topic(), PARTITION.partition(), null, null, Schema.STRING_SCHEMA, value, offset));
        }
        task.put(batch);
        position = topic.size();
        return this;
    }

    /** Commits what the task says is safe. */
    Worker commit() {
        final var safe = task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(position)));
        if (safe.containsKey(PARTITION)) {
            committed = safe.get(PARTITION).offset();
        }
        return this;
    }

    /** Ends the task without a commit, and without a word to its file. */
    Worker crash() {
        task.stop();
        return this;
    }

    Worker stop() {
        commit();
        task.stop();
        return this;
    }

    /** The commit is lost with the cluster, or the group is new. */
    Worker forgetTheCommit() {
        committed = 0;
        return this;
    }

    Worker pass(final Duration time) {
        now = now.plus(time);
        return this;
    }

    SmallDisk disk() {
        return disk;
    }

    long position() {
        return position;
    }

    long committed() {
        return committed;
    }

    List<SinkRecord> aside() {
        return aside;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(final ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public void offset(final Map<TopicPartition, Long> offsets) {
        position = new HashMap<>(offsets).getOrDefault(PARTITION, position);
    }

    @Override
    public void offset(final TopicPartition partition, final long offset) {
        offset(Map.of(partition, offset));
    }

    @Override
    public void timeout(final long milliseconds) {}

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of(PARTITION);
    }

    @Override
    public void pause(final TopicPartition... partitions) {}

    @Override
    public void resume(final TopicPartition... partitions) {}

    @Override
    public void requestCommit() {}

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            aside.add(record);
            return CompletableFuture.completedFuture(null);
        };
    }
}
