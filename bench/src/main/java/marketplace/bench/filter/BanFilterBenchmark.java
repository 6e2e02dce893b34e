package marketplace.bench.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.bench.kafka.Arrivals;
import marketplace.bench.kafka.Backlog;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.CopyLoop;
import marketplace.bench.kafka.OwnTopics;
import marketplace.bench.kafka.Passage;
import marketplace.bench.kafka.Withdrawal;
import marketplace.bench.measure.Alternation;
import marketplace.bench.measure.AtSize;
import marketplace.bench.measure.Comparison;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.measure.Scale;
import marketplace.bench.measure.Target;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;
import org.apache.kafka.common.serialization.Serializer;

/** How quickly products get past the ban filter, against a loop that brings them from topic to topic and does no more. */
public final class BanFilterBenchmark {
    private static final String NAME = "ban-filter";
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final long WARM_UP = 20_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();

    public BanFilterBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. The platform is left as it was, but for the history on {@code products}. */
    @SuppressWarnings("try") // Parts are stopped for as long as the pause lasts.
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("stream-processing");
        final Clients clients = new Clients(platform, Clients.PRIMARY);
        try (Platform.Pause pause = platform.without("kafka-connect", "mirror-maker");
                Withdrawal withdrawal = new Withdrawal(clients, Topics.PRODUCTS.name());
                OwnTopics topics = new OwnTopics(clients);
                Serializer<Product> serializer = clients.products();
                Backlog backlog = new Backlog(clients, NAME)) {
            final String from = topics.like(Topics.PRODUCTS.name(), "filter-in");
            final String to = topics.like(Topics.ALLOWED_PRODUCTS.name(), "filter-out");
            try (CopyLoop loop = CopyLoop.within(clients, from, to);
                    Arrivals copied = new Arrivals(clients, to);
                    Arrivals allowed = new Arrivals(clients, Topics.ALLOWED_PRODUCTS.name())) {
                return List.of(compare(
                        new Passage(backlog, from, copied, serializer, samples),
                        new Passage(backlog, Topics.PRODUCTS.name(), allowed, serializer, samples),
                        withdrawal));
            }
        }
    }

    private Comparison compare(final Passage limit, final Passage product, final Withdrawal withdrawal)
            throws IOException, InterruptedException {
        final Alternation alternation = new Alternation(NAME, Scale.WORK_PER_SECOND, plan, progress);
        final List<AtSize> sizes = new ArrayList<>();
        final long warmUp = plan.isQuick() ? 1 : WARM_UP;
        withdrawal.expect(warmUp);
        alternation.warmUp(() -> limit.pass(warmUp), () -> product.pass(warmUp));
        for (final long size : plan.sizes(SIZES)) {
            withdrawal.expect(size);
            sizes.add(alternation.at(size, () -> limit.pass(size), () -> product.pass(size)));
        }
        return new Comparison(
                NAME,
                "products that come out on allowed-products, exactly once, against a consume-produce loop with"
                        + " transactions",
                "products",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.7)),
                sizes,
                List.of());
    }
}
