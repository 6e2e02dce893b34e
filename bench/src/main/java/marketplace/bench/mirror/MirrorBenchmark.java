package marketplace.bench.mirror;

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

/** How quickly products come to the target cluster, against a loop that copies them and does no more. */
public final class MirrorBenchmark {
    private static final String NAME = "mirror";
    private static final String PRODUCTS = Topics.PRODUCTS.name();
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final long WARM_UP = 20_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();

    public MirrorBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. The platform is left as it was, but for the history on {@code products}. */
    @SuppressWarnings("try") // Parts are stopped for as long as the pause lasts.
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("mirror-maker");
        final Clients primary = new Clients(platform, Clients.PRIMARY);
        final Clients target = new Clients(platform, Clients.TARGET);
        try (Platform.Pause pause = platform.without("stream-processing", "kafka-connect");
                Withdrawal withdrawal = new Withdrawal(primary, PRODUCTS);
                OwnTopics onPrimary = new OwnTopics(primary);
                OwnTopics onTarget = new OwnTopics(target);
                Serializer<Product> serializer = primary.products();
                Backlog backlog = new Backlog(primary, NAME)) {
            final String own = onPrimary.like(PRODUCTS, NAME);
            onTarget.like(PRODUCTS, NAME);
            try (CopyLoop loop = CopyLoop.between(primary, target, own);
                    Arrivals copied = new Arrivals(target, own);
                    Arrivals mirrored = new Arrivals(target, PRODUCTS)) {
                return List.of(compare(
                        new Passage(backlog, own, copied, serializer, samples),
                        new Passage(backlog, PRODUCTS, mirrored, serializer, samples),
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
                "products mirrored to the target cluster, exactly once, against a consume-produce loop between the two",
                "products",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.8)),
                sizes,
                List.of());
    }
}
