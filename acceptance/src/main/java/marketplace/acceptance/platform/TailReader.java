package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads topics from where they end when it begins, in a thread of its own, until it is closed. */
public final class TailReader<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int READY_WITHIN_SECONDS = 30;
    private static final int CLOSING_MS = 5_000;

    private final String what;
    private final Consumer<String, V> consumer;
    private final List<String> topics;
    private final java.util.function.Consumer<ConsumerRecord<String, V>> each;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile RuntimeException failure;

    private TailReader(
            final String what,
            final Consumer<String, V> consumer,
            final List<String> topics,
            final java.util.function.Consumer<ConsumerRecord<String, V>> each) {
        this.what = what;
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.each = each;
        this.thread = new Thread(this::run, "tail of " + what);
        this.thread.setDaemon(true);
    }

    /**
     * Begins to read.
     *
     * @param what is read, for people
     * @param consumer which is closed in the end
     * @param each is called with every record, by one thread
     */
    public static <V> TailReader<V> start(
            final String what,
            final Consumer<String, V> consumer,
            final List<String> topics,
            final java.util.function.Consumer<ConsumerRecord<String, V>> each) {
        final TailReader<V> reader = new TailReader<>(what, consumer, topics, each);
        reader.thread.start();
        return reader;
    }

    private void run() {
        try (consumer) {
            final List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Where the end is, is asked at the first look.
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(each);
            }
        } catch (final WakeupException e) {
            // It is being closed.
        } catch (final RuntimeException e) {
            failure = e;
        } finally {
            ready.countDown();
        }
    }

    /** Returns when everything that is written from now on will be read. */
    public void awaitReady() throws IOException, InterruptedException {
        if (!ready.await(READY_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException(what + ": it was not said within " + READY_WITHIN_SECONDS + " s where they end");
        }
        check();
    }

    /**
     * Looks whether it goes on.
     *
     * @throws IOException if it does not
     */
    public void check() throws IOException {
        if (failure != null) {
            throw new IOException(what + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
