package marketplace.bench.recommendations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import marketplace.bench.kafka.Clients;
import marketplace.bench.products.SampleProducts;
import marketplace.bench.search.Index;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Recommendations of clients made up, as search-indexer brings them from their topic into the index. */
final class MadeUpLists implements AutoCloseable {
    private static final String TOPIC = Topics.RECOMMENDATIONS.name();
    private static final int LENGTH = 20;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Producer<String, Recommendations> producer;
    private final Index index;
    private final int products;
    private final Random random = new Random(1);
    private long clients;

    /** @param products how many there are to choose from */
    MadeUpLists(final Clients target, final Index index, final int products) {
        final Serializer<Recommendations> values = target.recommendations();
        this.producer = target.producer(values);
        this.index = index;
        this.products = products;
    }

    static String client(final long number) {
        return "bench-client-" + number;
    }

    /** Brings lists for so many clients into the index. */
    void fill(final long count) throws IOException, InterruptedException {
        final long before = index.written();
        clients = Math.max(clients, count);
        send(count, true);
        final long begin = System.nanoTime();
        while (index.written() - before < count) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("Not all recommendations came into the index: ./marketplace logs search-indexer");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    private void send(final long count, final boolean live) throws IOException {
        final AtomicReference<Exception> failure = new AtomicReference<>();
        for (long number = 0; number < count; number++) {
            final String client = client(number);
            producer.send(new ProducerRecord<>(TOPIC, client, live ? list(client) : null), (metadata, refusal) -> {
                if (refusal != null) {
                    failure.set(refusal);
                }
            });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IOException("Recommendations could not be published", failure.get());
        }
    }

    private Recommendations list(final String client) {
        final int first = random.nextInt(products);
        return new Recommendations(
                client,
                "bench",
                Instant.EPOCH,
                IntStream.range(0, LENGTH)
                        .mapToObj(place -> new RecommendedProduct(
                                SampleProducts.id((first + place * 37) % products),
                                place + 1,
                                1.0 / (place + 1),
                                "сейчас популярно"))
                        .toList());
    }

    @Override
    public void close() throws IOException {
        try (producer) {
            send(clients, false);
        }
    }
}
