package marketplace.indexer.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that are this consumer's. What is committed is never past what has been dealt with. For the thread that
 * polls.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    /** For what is under way when a partition goes to somebody else. */
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    private static final long A_MOMENT_MILLIS = 5;

    private final Consumer<byte[], byte[]> consumer;
    private final BiFunction<TopicPartition, Long, Partition> newPartition;
    private final Ownerships ownerships;
    private final Set<TopicPartition> assigned = new LinkedHashSet<>();
    private final Map<TopicPartition, Partition> begun = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private volatile int size = -1;

    Assignment(
            final Consumer<byte[], byte[]> consumer,
            final BiFunction<TopicPartition, Long, Partition> newPartition,
            final Ownerships ownerships) {
        this.consumer = consumer;
        this.newPartition = newPartition;
        this.ownerships = ownerships;
    }

    Set<TopicPartition> assigned() {
        return assigned;
    }

    /** Those that something has been read of. */
    Map<TopicPartition, Partition> begun() {
        return begun;
    }

    /** A partition of which a record is at hand, with this offset. */
    Partition begin(final TopicPartition partition, final long offset) {
        return begun.computeIfAbsent(partition, fresh -> newPartition.apply(fresh, offset));
    }

    /** How many partitions there are; -1 until the group has given out any. Safe for other threads. */
    int size() {
        return size;
    }

    @Override
    public void onPartitionsAssigned(final Collection<TopicPartition> more) {
        assigned.addAll(more);
        size = assigned.size();
        ownerships.acquired(more);
        LOG.info("Assigned {}, {} in all", more, size);
    }

    @Override
    public void onPartitionsRevoked(final Collection<TopicPartition> revoked) {
        awaitIdle(revoked);
        letGo(revoked, true);
        LOG.info("Handed over {}", revoked);
    }

    @Override
    public void onPartitionsLost(final Collection<TopicPartition> lost) {
        letGo(lost, false);
        LOG.warn("Lost {}: somebody else has them already", lost);
    }

    private void letGo(final Collection<TopicPartition> gone, final boolean commits) {
        ownerships.lost(gone);
        gone.forEach(partition -> {
            if (begun.containsKey(partition)) {
                begun.get(partition).progress().abandon();
            }
        });
        if (commits) {
            commitNow();
        }
        gone.forEach(partition -> {
            begun.remove(partition);
            committed.remove(partition);
        });
        assigned.removeAll(gone);
        size = assigned.size();
    }

    private void awaitIdle(final Collection<TopicPartition> leaving) {
        final long deadline = System.nanoTime() + HAND_OVER.toNanos();
        while (System.nanoTime() < deadline && leaving.stream().anyMatch(this::isBusy)) {
            try {
                Thread.sleep(A_MOMENT_MILLIS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isBusy(final TopicPartition partition) {
        final Partition own = begun.get(partition);
        return own != null && !own.progress().isIdle();
    }

    /** Commits what is new, without waiting for the answer: the next commit repeats what this one fails to. */
    void commit() {
        final Map<TopicPartition, OffsetAndMetadata> offsets = due();
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (done, failure) -> {
                if (failure == null) {
                    done.forEach((partition, offset) ->
                            committed.computeIfPresent(partition, (same, before) -> Math.max(before, offset.offset())));
                } else {
                    LOG.warn("Offsets could not be committed, they are with the next commit: {}", failure.getMessage());
                }
            });
        }
    }

    /** Commits what is new, and waits. */
    void commitNow() {
        final Map<TopicPartition, OffsetAndMetadata> offsets = due();
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, HAND_OVER);
        } catch (final KafkaException e) {
            LOG.warn("The last offsets could not be committed, some records are read again: {}", e.getMessage());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> due() {
        final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        begun.forEach((partition, own) -> {
            final long next = own.progress().committable();
            if (next > committed.computeIfAbsent(partition, same -> own.start())) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        });
        return offsets;
    }
}
