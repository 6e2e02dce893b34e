package marketplace.bench.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What a sensible engineer writes who wants nothing but to bring records from one topic to another: read, write, and
 * commit as often as the streams do, or when there is no more to read. It looks at no record.
 */
public final class CopyLoop implements AutoCloseable {
    private static final String GROUP = "bench-copy";
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long COMMIT_INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int CLOSING_MS = 10_000;

    /** As the streams have them. */
    private static final Map<String, Object> EXACTLY_ONCE = Map.of(
            "transactional.id", GROUP, "linger.ms", 100, "batch.size", 131_072, "buffer.memory", 16 * 1024 * 1024);

    private final String to;
    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final boolean isExactlyOnce;
    private final Thread thread;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private boolean isUnderWay;
    private long begun;
    private volatile boolean closed;

    private CopyLoop(
            final Consumer<String, byte[]> consumer,
            final Producer<String, byte[]> producer,
            final boolean isExactlyOnce,
            final String to) {
        this.consumer = consumer;
        this.producer = producer;
        this.isExactlyOnce = isExactlyOnce;
        this.to = to;
        thread = new Thread(this::run, "copy-loop");
        thread.setDaemon(true);
    }

    /** Copies what comes from now on within a cluster, exactly once: records and offsets are one transaction. */
    public static CopyLoop within(final Clients clients, final String from, final String to) {
        final Producer<String, byte[]> producer = clients.producerOfBytes(EXACTLY_ONCE);
        producer.initTransactions();
        return started(new CopyLoop(reader(clients, from), producer, true, to));
    }

    /** Copies what comes from now on from one cluster to another, at least once: no transaction holds two clusters. */
    public static CopyLoop between(final Clients source, final Clients target, final String topic) {
        return started(new CopyLoop(reader(source, topic), target.producerOfBytes(Map.of()), false, topic));
    }

    private static Consumer<String, byte[]> reader(final Clients clients, final String from) {
        final Consumer<String, byte[]> consumer =
                clients.consumer(Map.of("group.id", GROUP, "max.poll.records", 1_000));
        Partitions.readFromEnd(consumer, List.of(from));
        return consumer;
    }

    private static CopyLoop started(final CopyLoop loop) {
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            while (!closed) {
                final ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                records.forEach(this::copy);
                if (isUnderWay && (records.isEmpty() || System.nanoTime() - begun >= COMMIT_INTERVAL)) {
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

    @SuppressWarnings("FutureReturnValueIgnored") // What does not arrive is missed at the end of the way.
    private void copy(final ConsumerRecord<String, byte[]> record) {
        if (!isUnderWay) {
            isUnderWay = true;
            begun = System.nanoTime();
            if (isExactlyOnce) {
                producer.beginTransaction();
            }
        }
        producer.send(new ProducerRecord<>(to, null, record.timestamp(), record.key(), record.value()));
        done.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }

    private void commit() {
        if (isExactlyOnce) {
            producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
            producer.commitTransaction();
        } else {
            producer.flush();
            consumer.commitSync(done);
        }
        done.clear();
        isUnderWay = false;
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
