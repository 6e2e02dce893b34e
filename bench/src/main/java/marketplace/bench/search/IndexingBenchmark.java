package marketplace.bench.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.bench.kafka.Clients;
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
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;

/** How quickly products come into the search, against bare bulk requests. */
public final class IndexingBenchmark {
    private static final String NAME = "indexing";
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final long WARM_UP = 20_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();

    public IndexingBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures, and takes the products out of the search again. */
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("search-indexer");
        final String elasticsearch = platform.address("elasticsearch");
        final Clients target = new Clients(platform, Clients.TARGET);
        final Index products = new Index(new Http(), elasticsearch, Topics.PRODUCTS.name());
        final Index own = products.emptyCopy("bench-products");
        try (Shelf shelf = new Shelf(target, products, samples);
                BareBulk bulk = new BareBulk(elasticsearch, own, samples)) {
            return List.of(compare(shelf, bulk));
        } finally {
            own.delete();
        }
    }

    private Comparison compare(final Shelf shelf, final BareBulk bulk) throws IOException, InterruptedException {
        final Alternation alternation = new Alternation(NAME, Scale.WORK_PER_SECOND, plan, progress);
        final List<AtSize> sizes = new ArrayList<>();
        final long warmUp = plan.isQuick() ? 1 : WARM_UP;
        alternation.warmUp(() -> bulk.write(warmUp), () -> shelf.fill(warmUp));
        for (final long size : plan.sizes(SIZES)) {
            sizes.add(alternation.at(size, () -> bulk.write(size), () -> shelf.fill(size)));
        }
        return new Comparison(
                NAME,
                "products from the target cluster into Elasticsearch, against bare bulk requests of the same documents",
                "documents",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.85)),
                sizes,
                List.of());
    }
}
