package marketplace.bench.visible;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.TopicReader;
import marketplace.bench.products.SampleProducts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Sees events come onto the topics of one cluster, when any other reader could. */
final class TopicWatch implements AutoCloseable {
    private static final Duration TOGETHER = Duration.ofMillis(100);
    private static final int CLOSING_MS = 5_000;

    private final Map<String, Sightings> byTopic;
    private final TopicReader reader;
    private final Thread thread;
    private final AtomicReference<KafkaException> failure = new AtomicReference<>();
    private volatile boolean closed;

    TopicWatch(final Clients clients, final Map<String, Sightings> byTopic) {
        this.byTopic = Map.copyOf(byTopic);
        this.reader = TopicReader.fromEnd(clients, List.copyOf(byTopic.keySet()), TOGETHER);
        this.thread = new Thread(this::run, "topic-watch");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        try (reader) {
            while (!closed) {
                reader.poll(this::see);
            }
        } catch (final KafkaException e) {
            failure.set(e);
        }
    }

    private void see(final ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            SampleProducts.number(record.key())
                    .ifPresent(number -> byTopic.get(record.topic()).see(number, System.nanoTime()));
        }
    }

    /** @throws IOException why it does not look any more, if it does not */
    void check() throws IOException {
        if (failure.get() != null) {
            throw new IOException(
                    "A topic could not be watched: " + failure.get().getMessage(), failure.get());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
