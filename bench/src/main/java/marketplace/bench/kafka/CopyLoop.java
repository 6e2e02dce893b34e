package marketplace.bench.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What a sensible engineer writes who wants nothing but to bring records from one topic to another, each exactly once:
 * read, write, and every 100 ms commit both in one transaction. It looks at no record.
 */
public final class CopyLoop implements AutoCloseable {
    private static final String GROUP = "bench-copy";
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long COMMIT_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CLOSING_MS = 10_000;

    /** As the streams have them. */
    private static final Map<String, Object> PRODUCER = Map.of(
            "transactional.id", GROUP, "linger.ms", 100, "batch.size", 16_384, "buffer.memory", 16 * 1024 * 1024);

    private final String to;
    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final Thread thread;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private boolean isInTransaction;
    private long committed;
    private volatile boolean closed;

    /** Begins to copy what comes from now on. */
    public CopyLoop(final Clients clients, final String from, final String to) {
        this.to = to;
        consumer = clients.consumer(Map.of("group.id", GROUP, "max.poll.records", 1_000));
        Partitions.readFromEnd(consumer, List.of(from));
        producer = clients.producerOfBytes(PRODUCER);
        producer.initTransactions();
        thread = new Thread(this::run, "copy-loop");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                for (final ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    copy(record);
                }
                if (isInTransaction && System.nanoTime() - committed >= COMMIT_INTERVAL) {
                    commit();
                }
            }
        } catch (final InterruptException e) {
            // It is being closed.
            Thread.interrupted();
        } finally {
            consumer.close();
            producer.close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit fails if one of them did.
    private void copy(final ConsumerRecord<String, byte[]> record) {
        if (!isInTransaction) {
            producer.beginTransaction();
            isInTransaction = true;
        }
        producer.send(new ProducerRecord<>(to, null, record.timestamp(), record.key(), record.value()));
        done.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }

    private void commit() {
        producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
        producer.commitTransaction();
        done.clear();
        isInTransaction = false;
        committed = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
