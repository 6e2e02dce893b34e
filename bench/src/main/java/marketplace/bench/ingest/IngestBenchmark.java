package marketplace.bench.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import marketplace.bench.kafka.BareProducer;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.OwnTopics;
import marketplace.bench.kafka.Withdrawal;
import marketplace.bench.measure.Alternation;
import marketplace.bench.measure.AtSize;
import marketplace.bench.measure.Comparison;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.measure.Scale;
import marketplace.bench.measure.Target;
import marketplace.bench.products.SampleProducts;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;

/** How quickly shops can publish, against how quickly Kafka takes the same products. */
public final class IngestBenchmark {
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final int[] CONNECTIONS = {1, 4};
    private static final long WARM_UP = 50_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();

    public IngestBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. The platform is left as it was, but for the history on {@code products}. */
    @SuppressWarnings("try") // Parts are stopped for as long as the pause lasts.
    public List<Result> run() throws IOException, InterruptedException {
        final String shopApi = platform.address("shop-api");
        final Clients clients = new Clients(platform, Clients.PRIMARY);
        final List<Result> results = new ArrayList<>();
        try (Platform.Pause pause = platform.without("stream-processing", "kafka-connect", "mirror-maker");
                Withdrawal withdrawal = new Withdrawal(clients, Topics.PRODUCTS.name());
                OwnTopics topics = new OwnTopics(clients);
                BareProducer producer =
                        new BareProducer(clients, topics.like(Topics.PRODUCTS.name(), "ingest"), samples)) {
            for (final int connections : CONNECTIONS) {
                results.add(compare(shopApi, connections, producer, withdrawal));
            }
        }
        return results;
    }

    private Comparison compare(
            final String shopApi, final int connections, final BareProducer producer, final Withdrawal withdrawal)
            throws IOException, InterruptedException {
        final String name = "ingest, " + (connections == 1 ? "1 connection" : connections + " connections");
        final Alternation alternation = new Alternation(name, Scale.WORK_PER_SECOND, plan, progress);
        final List<AtSize> sizes = new ArrayList<>();
        double bytes = 0;
        final long warmUp = plan.isQuick() ? 1 : WARM_UP;
        withdrawal.expect(warmUp);
        alternation.warmUp(() -> producer.send(warmUp), new Uploads(shopApi, samples, warmUp, connections)::send);
        for (final long size : plan.sizes(SIZES)) {
            final Uploads uploads = new Uploads(shopApi, samples, size, connections);
            bytes = uploads.bytesOfOne();
            withdrawal.expect(size);
            sizes.add(alternation.at(size, () -> producer.send(size), uploads::send));
        }
        return new Comparison(
                name,
                "products acknowledged by POST /products, NDJSON, against a Kafka producer alone",
                "products",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.5)),
                sizes,
                List.of(String.format(Locale.ROOT, "A product is %.0f bytes of JSON.", bytes)));
    }
}
