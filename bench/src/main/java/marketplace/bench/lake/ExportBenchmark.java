package marketplace.bench.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.bench.kafka.Backlog;
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
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** How quickly products come from the target cluster into their table, against writing Parquet and nothing more. */
public final class ExportBenchmark {
    private static final String NAME = "export";
    private static final String TOPIC = Topics.ALLOWED_PRODUCTS.name();
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final long WARM_UP = 50_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();

    public ExportBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. What it brought stays in the table's history, and no product of it remains. */
    @SuppressWarnings("try") // Parts are stopped for as long as the pause lasts.
    public List<Result> run() throws IOException, InterruptedException {
        final HadoopApi api = new HadoopApi(platform);
        final Clients target = new Clients(platform, Clients.TARGET);
        try (Platform.Pause pause = platform.without("search-indexer");
                Withdrawal withdrawal = new Withdrawal(target, TOPIC);
                OwnTopics topics = new OwnTopics(target);
                Serializer<Product> serializer = target.products();
                Backlog backlog = new Backlog(target, NAME);
                BareExport bare = new BareExport(target, topics.like(TOPIC, "bare-export"), samples, api.warehouse())) {
            return List.of(compare(bare, count -> {
                withdrawal.expect(count);
                final long begin = backlog.publish(count, number -> {
                    final Product product = samples.product(number);
                    return new ProducerRecord<>(TOPIC, product.getProductId(), serializer.serialize(TOPIC, product));
                });
                api.export();
                return count / ((System.nanoTime() - begin) / 1e9);
            }));
        }
    }

    /** Brings so many products, and answers how many a second that was. */
    private interface Export {
        double bring(long count) throws IOException, InterruptedException;
    }

    private Comparison compare(final BareExport bare, final Export export) throws IOException, InterruptedException {
        final Alternation alternation = new Alternation(NAME, Scale.WORK_PER_SECOND, plan, progress);
        final List<AtSize> sizes = new ArrayList<>();
        final long warmUp = plan.isQuick() ? 1 : WARM_UP;
        alternation.warmUp(() -> bare.write(warmUp), () -> export.bring(warmUp));
        for (final long size : plan.sizes(SIZES)) {
            sizes.add(alternation.at(size, () -> bare.write(size), () -> export.bring(size)));
        }
        return new Comparison(
                NAME,
                "products from the target cluster into their table, committed, against a loop that writes them to HDFS"
                        + " as Parquet",
                "products",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.8)),
                sizes,
                List.of());
    }
}
