package marketplace.bench.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import marketplace.bench.products.SampleProducts;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sees products of ours arrive on a topic. */
public final class Arrivals implements AutoCloseable {
    private static final Duration TOGETHER = Duration.ofMillis(40);

    private final TopicReader reader;
    private final String topic;
    private long seen;

    /** Begins at the end of the topic. */
    public Arrivals(final Clients clients, final String topic) {
        this.topic = topic;
        this.reader = TopicReader.fromEnd(clients, List.of(topic), TOGETHER);
    }

    /**
     * Waits until so many have come that were not counted before.
     *
     * @return when the last of them came, as {@link System#nanoTime} has it
     * @throws IOException if none comes for as long as is given
     */
    public long await(final long count, final Duration patience) throws IOException {
        seen = 0;
        long last = System.nanoTime();
        while (seen < count) {
            final long before = seen;
            reader.poll(this::count);
            final long now = System.nanoTime();
            if (seen > before) {
                last = now;
            } else if (now - last > patience.toNanos()) {
                throw new IOException("Of " + count + " products " + seen + " came out on " + topic + ", and no more");
            }
        }
        return last;
    }

    private void count(final ConsumerRecord<String, byte[]> record) {
        if (record.key() != null && record.key().startsWith(SampleProducts.PREFIX)) {
            seen++;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
