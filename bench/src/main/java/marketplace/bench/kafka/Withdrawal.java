package marketplace.bench.kafka;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.bench.products.SampleProducts;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes the products of a benchmark out of the marketplace again: a tombstone for each, and they are gone from every
 * place that follows the topic. Their versions stay in its history.
 */
public final class Withdrawal implements AutoCloseable {
    private final Clients clients;
    private final String topic;
    private long highest;

    /** Of those that come onto a topic. */
    public Withdrawal(final Clients clients, final String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /** Says, before they are published, that there will be products with numbers below this. */
    public void expect(final long count) {
        highest = Math.max(highest, count);
    }

    /** Takes out all that were expected. */
    @Override
    public void close() throws IOException {
        final boolean wasInterrupted = Thread.interrupted();
        try {
            withdraw();
        } catch (final InterruptException e) {
            throw new IOException("The products of the benchmark were not all taken out again", e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    private void withdraw() throws IOException {
        final AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<String, byte[]> producer = clients.producer(new ByteArraySerializer())) {
            for (long number = 0; number < highest; number++) {
                producer.send(new ProducerRecord<>(topic, SampleProducts.id(number), null), (metadata, refusal) -> {
                    if (refusal != null) {
                        failure.set(refusal);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IOException("The products of the benchmark were not all taken out again", failure.get());
        }
    }
}
