package marketplace.bench.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads topics as any other reader of them would: what is committed, as soon as it is. For one thread at a time. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private static final int AT_ONCE_BYTES = 65_536;

    private final Consumer<String, byte[]> consumer;

    private TopicReader(final Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads what comes from now on.
     *
     * @param together what comes within this time is handed out together: to be woken for each record would take the
     *     machine's time from what is measured
     */
    public static TopicReader fromEnd(final Clients clients, final List<String> topics, final Duration together) {
        final Consumer<String, byte[]> consumer = clients.consumer(Map.of(
                "fetch.max.wait.ms",
                (int) together.toMillis(),
                "fetch.min.bytes",
                AT_ONCE_BYTES,
                "max.poll.records",
                10_000));
        Partitions.readFromEnd(consumer, topics);
        return new TopicReader(consumer);
    }

    /** Hands on what has come, or nothing after a short while. */
    public void poll(final java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.poll(POLL).forEach(each);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
