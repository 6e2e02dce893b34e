package marketplace.bench.search;

import java.io.IOException;
import java.time.Duration;
import marketplace.bench.kafka.Backlog;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.Withdrawal;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The products in the search, as search-indexer puts them there. They come onto the target cluster's topic directly, so
 * that the mirror is not measured with it.
 */
public final class Shelf implements AutoCloseable {
    private static final String TOPIC = Topics.ALLOWED_PRODUCTS.name();
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SampleProducts samples;
    private final Index index;
    private final Serializer<Product> serializer;
    private final Withdrawal withdrawal;
    private final Backlog backlog;

    public Shelf(final Clients target, final Index index, final SampleProducts samples) {
        this.samples = samples;
        this.index = index;
        this.serializer = target.products();
        this.withdrawal = new Withdrawal(target, TOPIC);
        this.backlog = new Backlog(target, "shelf");
    }

    /** Puts so many there, and answers how many a second came into the index, from when the first could be read. */
    public double fill(final long count) throws IOException, InterruptedException {
        withdrawal.expect(count);
        final long before = index.written();
        final long begin = backlog.publish(count, number -> {
            final Product product = samples.product(number);
            return new ProducerRecord<>(TOPIC, product.getProductId(), serializer.serialize(TOPIC, product));
        });
        return count / ((awaitWritten(before, count) - begin) / 1e9);
    }

    private long awaitWritten(final long before, final long count) throws IOException, InterruptedException {
        long seen = 0;
        long last = System.nanoTime();
        while (seen < count) {
            Thread.sleep(LOOK.toMillis());
            final long now = index.written() - before;
            if (now > seen) {
                seen = now;
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new IOException("Of " + count + " products " + seen + " came into the search, and no more");
            }
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        backlog.close();
        withdrawal.close();
    }
}
