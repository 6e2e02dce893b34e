package marketplace.bench.kafka;

import java.io.IOException;
import java.time.Duration;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** A way that products take from one topic to another, whoever carries them. */
public final class Passage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Backlog backlog;
    private final String from;
    private final Arrivals arrivals;
    private final Serializer<Product> serializer;
    private final SampleProducts samples;

    /**
     * A way.
     *
     * @param backlog puts products at its beginning
     * @param from the topic where it begins
     * @param arrivals sees them at its end
     */
    public Passage(
            final Backlog backlog,
            final String from,
            final Arrivals arrivals,
            final Serializer<Product> serializer,
            final SampleProducts samples) {
        this.backlog = backlog;
        this.from = from;
        this.arrivals = arrivals;
        this.serializer = serializer;
        this.samples = samples;
    }

    /** Sends so many on their way, and answers how many a second came out: from when the first could be read. */
    public double pass(final long count) throws IOException {
        final long begin = backlog.publish(count, number -> {
            final Product product = samples.product(number);
            return new ProducerRecord<>(from, product.getProductId(), serializer.serialize(from, product));
        });
        return count / ((arrivals.await(count, PATIENCE) - begin) / 1e9);
    }
}
