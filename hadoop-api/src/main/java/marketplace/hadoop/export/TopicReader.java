package marketplace.hadoop.export;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.hadoop.lake.Offsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions of a topic that the group gives to this instance, from where somebody says who knows: the group's
 * own offsets are for onlookers. For one thread.
 */
final class TopicReader implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Set<TopicPartition> assigned = new LinkedHashSet<>();
    private boolean settled = true;
    private volatile int partitions = -1;
    private volatile boolean first;

    TopicReader(final Consumer<byte[], byte[]> consumer, final String topic) {
        this.consumer = consumer;
        this.topic = topic;
        consumer.subscribe(List.of(topic), this);
    }

    /** A topic ends before the offset that it is to be read from. */
    static final class TopicRestartedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TopicRestartedException(final TopicPartition partition, final long from, final long end) {
            super("The table has the records of " + partition + " up to offset " + from + ", and the topic ends at "
                    + end + ": it was deleted and made again, and so must the table be");
        }
    }

    /** How many partitions are this instance's; -1 until the group has given out any. Safe for other threads. */
    int partitions() {
        return partitions;
    }

    /** Whether the topic's first partition is this instance's. Safe for other threads. */
    boolean hasFirst() {
        return first;
    }

    /** False after partitions came or went: then {@link #begin} says where to read them from. */
    boolean isSettled() {
        return settled;
    }

    /** Asks for {@link #begin} again. */
    void unsettle() {
        settled = false;
    }

    /** Begins to read there, and where nothing is said at the beginning of the topic. */
    void begin(final Offsets from) {
        final Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned);
        final Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        for (final TopicPartition partition : assigned) {
            final long beginning = beginnings.get(partition);
            final long wanted = from.of(partition.partition()).orElse(beginning);
            if (wanted > ends.get(partition)) {
                throw new TopicRestartedException(partition, wanted, ends.get(partition));
            }
            if (wanted < beginning) {
                LOG.error(
                        "{} has forgotten its records from {} to {} before they were exported",
                        partition,
                        wanted,
                        beginning);
            }
            consumer.seek(partition, Math.max(wanted, beginning));
        }
        consumer.resume(assigned);
        settled = true;
    }

    ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (final NoOffsetForPartitionException e) {
            // Partitions that have just come: where to read them from is said next.
            unsettle();
            return ConsumerRecords.empty();
        } catch (final OffsetOutOfRangeException e) {
            LOG.warn("{}: {}", topic, e.getMessage());
            unsettle();
            return ConsumerRecords.empty();
        }
    }

    /** Reads this record again, and what comes after it. */
    void rewind(final TopicPartition partition, final long offset) {
        consumer.seek(partition, offset);
    }

    /** Reads nothing for a while, and stays in the group. */
    void rest(final Duration pause) {
        final long end = System.nanoTime() + pause.toNanos();
        consumer.pause(assigned);
        while (System.nanoTime() < end) {
            try {
                consumer.poll(POLL);
            } catch (final WakeupException e) {
                throw e;
            } catch (final KafkaException e) {
                LOG.debug("{}: Kafka does not answer", topic, e);
            }
        }
        if (settled) {
            consumer.resume(assigned);
        }
    }

    /** For each partition the offset of the next record. */
    Offsets positions() {
        final Map<Integer, Long> next = new HashMap<>();
        assigned.forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        return new Offsets(next);
    }

    /** How many records can be read and have not been, as far as is known. */
    long lag() {
        return assigned.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Tells the group how far the table is, for those who watch it. Nothing is read from there. */
    void tell(final Offsets offsets) {
        final Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
        offsets.next()
                .forEach((partition, offset) ->
                        told.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        consumer.commitAsync(told, (done, failure) -> {
            if (failure != null) {
                LOG.debug("{}: the group was not told how far the table is", topic, failure);
            }
        });
    }

    @Override
    public void onPartitionsAssigned(final Collection<TopicPartition> more) {
        assigned.addAll(more);
        // Until it is known where to begin, nothing may come of them.
        consumer.pause(more);
        changed();
    }

    @Override
    public void onPartitionsRevoked(final Collection<TopicPartition> gone) {
        if (!gone.isEmpty()) {
            assigned.removeAll(gone);
            changed();
        }
    }

    private void changed() {
        settled = false;
        partitions = assigned.size();
        first = assigned.contains(new TopicPartition(topic, 0));
        LOG.info("{}: {} partitions to export", topic, partitions);
    }

    /** Makes a poll that goes on in another thread end. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
