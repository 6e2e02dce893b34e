package marketplace.bench.kafka;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What Kafka takes when there is nothing between the products and it. */
public final class BareProducer implements AutoCloseable {
    private final Producer<String, Product> producer;
    private final String topic;
    private final SampleProducts samples;

    public BareProducer(final Clients clients, final String topic, final SampleProducts samples) {
        this.producer = clients.producer(clients.products());
        this.topic = topic;
        this.samples = samples;
    }

    /** Sends so many, and answers how many a second that was, up to the last acknowledgement. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    public double send(final long count) throws IOException {
        final AtomicReference<Exception> failure = new AtomicReference<>();
        final long begin = System.nanoTime();
        for (long number = 0; number < count; number++) {
            final Product product = samples.product(number);
            producer.send(new ProducerRecord<>(topic, product.getProductId(), product), (metadata, refusal) -> {
                if (refusal != null) {
                    failure.set(refusal);
                }
            });
        }
        producer.flush();
        final double seconds = (System.nanoTime() - begin) / 1e9;
        if (failure.get() != null) {
            throw new IOException("Kafka refused a product: " + failure.get().getMessage(), failure.get());
        }
        return count / seconds;
    }

    @Override
    public void close() {
        producer.close();
    }
}
