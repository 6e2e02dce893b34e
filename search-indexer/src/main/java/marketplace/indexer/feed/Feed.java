package marketplace.indexer.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import marketplace.indexer.domain.Backlog;
import marketplace.service.waiting.Backoff;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics and brings every record on its way. It goes on polling whatever else has to wait, so the group keeps
 * its members: partitions are paused when too much is under way, or when a record cannot be read now.
 */
final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(8);

    private final Consumer<byte[], byte[]> consumer;
    private final Assignment assignment;
    private final Backlog backlog;
    private final Backoff backoff;
    private final Measures measures;
    private final Clock clock;
    private final Duration commitInterval;
    private final Preparation preparation;
    private final Thread thread;

    private boolean full;
    private String heldBecause;
    private Instant nextCommit = Instant.MIN;
    private volatile boolean polls;
    private volatile boolean closed;
    private volatile Throwable death;
    private volatile String trouble;

    Feed(
            final Consumer<byte[], byte[]> consumer,
            final Assignment assignment,
            final Backlog backlog,
            final Backoff backoff,
            final Measures measures,
            final Clock clock,
            final Duration commitInterval,
            final Preparation preparation) {
        this.consumer = consumer;
        this.assignment = assignment;
        this.backlog = backlog;
        this.backoff = backoff;
        this.measures = measures;
        this.clock = clock;
        this.commitInterval = commitInterval;
        this.preparation = preparation;
        this.thread = new Thread(this::run, "feed");
    }

    /** What has to be there before the first record is read. */
    interface Preparation {
        void prepare() throws InterruptedException;
    }

    void start(final List<String> topics) {
        consumer.subscribe(topics, assignment);
        thread.start();
    }

    /** What ended the feed, if it was not closed. */
    Optional<Throwable> death() {
        return Optional.ofNullable(death);
    }

    /** Why nothing could be read the last time. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many partitions it reads; -1 until the group has given out any. */
    int partitions() {
        return assignment.size();
    }

    private void run() {
        try {
            preparation.prepare();
            polls = true;
            while (!closed) {
                turn();
            }
        } catch (final WakeupException | InterruptedException e) {
            // Closed.
        } catch (final RuntimeException | Error e) {
            death = e;
            LOG.error("The feed has died; nothing is indexed until the service is started again", e);
        } finally {
            finish();
        }
    }

    private void turn() throws InterruptedException {
        try {
            throttle();
            take(consumer.poll(POLL));
            trouble = isAnyHeld() ? heldBecause : null;
            if (!clock.instant().isBefore(nextCommit)) {
                nextCommit = clock.instant().plus(commitInterval);
                assignment.commit();
                measure();
            }
        } catch (final WakeupException e) {
            throw e;
        } catch (final KafkaException e) {
            // Rights that are missing, a coordinator that is gone: all that somebody mends while this waits.
            LOG.warn("Nothing can be read from Kafka now: {}", e.getMessage());
            trouble = e.getMessage();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void take(final ConsumerRecords<byte[], byte[]> records) {
        for (final TopicPartition partition : records.partitions()) {
            for (final ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                final Partition own = assignment.begin(partition, record.offset());
                if (!take(own, record)) {
                    consumer.seek(partition, record.offset());
                    break;
                }
            }
        }
    }

    /** False if the record cannot be read now: then nothing of its partition is read for a while. */
    private boolean take(final Partition own, final ConsumerRecord<byte[], byte[]> record) {
        try {
            own.take(record);
            return true;
        } catch (final SerializationException e) {
            LOG.warn(
                    "{}-{}@{} waits for the schema registry: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            heldBecause = "The schema registry does not answer: " + e.getMessage();
            own.holdUntil(clock.instant().plus(backoff.after(own.failures())));
            return false;
        }
    }

    private boolean isAnyHeld() {
        return assignment.begun().values().stream().anyMatch(partition -> partition.failures() > 0);
    }

    private void throttle() {
        full = full ? !backlog.hasRoom() : backlog.isFull();
        final Instant now = clock.instant();
        final List<TopicPartition> waiting = new ArrayList<>();
        final List<TopicPartition> going = new ArrayList<>();
        for (final TopicPartition partition : assignment.assigned()) {
            final Partition own = assignment.begun().get(partition);
            if (full || (own != null && own.isHeld(now))) {
                waiting.add(partition);
            } else {
                going.add(partition);
            }
        }
        consumer.pause(waiting);
        consumer.resume(going);
    }

    private void measure() {
        final Map<String, Long> lags = assignment.begun().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().topic(),
                        Collectors.summingLong(entry -> lag(entry.getKey(), entry.getValue()))));
        measures.lags(lags);
    }

    private long lag(final TopicPartition partition, final Partition own) {
        final long position = consumer.position(partition);
        own.progress().readTo(position);
        final OptionalLong unread = consumer.currentLag(partition);
        return unread.orElse(0) + position - own.progress().committable();
    }

    private void finish() {
        try {
            // Leaving the group asks for what is under way to be finished and commits it.
            consumer.close();
        } catch (final KafkaException e) {
            LOG.warn("The consumer did not leave in order: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        if (polls) {
            consumer.wakeup();
        } else {
            thread.interrupt();
        }
        try {
            thread.join(CLOSING.toMillis());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
