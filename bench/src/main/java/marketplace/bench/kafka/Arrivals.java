package marketplace.bench.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import marketplace.bench.products.SampleProducts;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sees products of ours arrive on a topic, as any reader of it would: when they are committed. */
public final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<String, byte[]> consumer;
    private final String topic;

    /** Begins at the end of the topic. */
    public Arrivals(final Clients clients, final String topic) {
        this.topic = topic;
        consumer = clients.consumer(Map.of("fetch.max.wait.ms", 50, "max.poll.records", 10_000));
        Partitions.readFromEnd(consumer, List.of(topic));
    }

    /**
     * Waits until so many have come that were not counted before.
     *
     * @return when the last of them came, as {@link System#nanoTime} has it
     * @throws IOException if none comes for as long as is given
     */
    public long await(final long count, final Duration patience) throws IOException {
        long seen = 0;
        long last = System.nanoTime();
        while (seen < count) {
            final long before = seen;
            for (final ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.key() != null && record.key().startsWith(SampleProducts.PREFIX)) {
                    seen++;
                }
            }
            final long now = System.nanoTime();
            if (seen > before) {
                last = now;
            } else if (now - last > patience.toNanos()) {
                throw new IOException("Of " + count + " products " + seen + " came out on " + topic + ", and no more");
            }
        }
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
