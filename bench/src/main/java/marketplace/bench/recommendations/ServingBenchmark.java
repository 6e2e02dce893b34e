package marketplace.bench.recommendations;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marketplace.bench.kafka.Clients;
import marketplace.bench.measure.Journey;
import marketplace.bench.measure.Journey.Hop;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.products.SampleProducts;
import marketplace.bench.search.Index;
import marketplace.bench.search.Shelf;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.load.OpenLoop;
import marketplace.tool.platform.Platform;

/** How long a client waits for its recommendations, under load. */
public final class ServingBenchmark {
    private static final String NAME = "serving";
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final int RATE = 200;
    private static final int PRODUCTS = 2_000;
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final Duration A_STEP = Duration.ofSeconds(5);
    /** Requests go through all clients in strides, so that no two in a row are neighbours. */
    private static final long STRIDE = 7_919;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final Http http = new Http();

    public ServingBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures, and takes the lists and their products out again. */
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("search-indexer");
        final String elasticsearch = platform.address("elasticsearch");
        final String clientApi = platform.address("client-api");
        final Clients target = new Clients(platform, Clients.TARGET);
        final Index products = new Index(http, elasticsearch, Topics.PRODUCTS.name());
        final Index recommendations = new Index(http, elasticsearch, Topics.RECOMMENDATIONS.name());
        final List<Hop> hops = new ArrayList<>();
        try (Shelf shelf = new Shelf(target, products, new SampleProducts());
                MadeUpLists lists = new MadeUpLists(target, recommendations, PRODUCTS)) {
            progress.doing(NAME + ": products into the index");
            shelf.fill(PRODUCTS);
            for (final long clients : plan.sizes(SIZES)) {
                progress.doing(
                        String.format(Locale.ROOT, "%s: the lists of %,d clients into the index", NAME, clients));
                lists.fill(clients);
                products.refresh();
                recommendations.refresh();
                hops.add(measure(clientApi, clients));
            }
        }
        return List.of(new Journey(
                NAME,
                "GET /recommendations, at " + plan.rate(RATE) + " a second; the target is p99 under 20 ms",
                hops,
                List.of()));
    }

    private Hop measure(final String clientApi, final long clients) throws IOException, InterruptedException {
        final String where = String.format(Locale.ROOT, "the answer, among %,d clients", clients);
        progress.doing(NAME + ": warming up");
        for (final int slower : plan.climb(RATE)) {
            load(clientApi, clients, slower, plan.load(A_STEP));
        }
        progress.doing(NAME + ": " + where);
        final OpenLoop.Outcome outcome = load(clientApi, clients, plan.rate(RATE), plan.load(LOAD));
        progress.done(String.format(
                Locale.ROOT,
                "%s: %s: p99 %.1f ms",
                NAME,
                where,
                outcome.answered().percentile(99)));
        return Hop.of(where, outcome.answered(), outcome.answered().count() + outcome.failed());
    }

    private OpenLoop.Outcome load(final String clientApi, final long clients, final int rate, final Duration length)
            throws IOException, InterruptedException {
        final OpenLoop.Outcome outcome = new OpenLoop(rate)
                .run(
                        (int) (rate * length.toMillis() / 1_000),
                        (number, intended) -> http.send(Http.get(clientApi + "/recommendations?client_id="
                                + MadeUpLists.client(number * STRIDE % clients))));
        if (outcome.answered().count() == 0) {
            throw new IOException("No request was answered: " + outcome.failure());
        }
        return outcome;
    }
}
