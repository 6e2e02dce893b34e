package marketplace.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import marketplace.bench.kafka.Clients;
import marketplace.bench.measure.AtSize;
import marketplace.bench.measure.Comparison;
import marketplace.bench.measure.Pair;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.measure.Scale;
import marketplace.bench.measure.Target;
import marketplace.bench.products.SampleProducts;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.load.Latencies;
import marketplace.tool.load.OpenLoop;
import marketplace.tool.platform.Platform;

/** How long a search takes under load, against the same query sent straight to Elasticsearch. */
public final class SearchBenchmark {
    private static final long[] SIZES = {1_000, 10_000, 100_000};
    private static final int RATE = 50;
    private static final Duration LOAD = Duration.ofSeconds(10);
    private static final Duration A_STEP = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 3;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final Http http = new Http();

    public SearchBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    private record Measured(long size, List<Pair> halves, List<Pair> tails) {}

    /** Measures, and takes the products out of the search again. The searches stay among the searches. */
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("search-indexer");
        final String elasticsearch = platform.address("elasticsearch");
        final Queries queries = new Queries(platform.address("client-api"), elasticsearch);
        final Index products = new Index(http, elasticsearch, Topics.PRODUCTS.name());
        final List<Measured> measured = new ArrayList<>();
        try (Shelf shelf = new Shelf(new Clients(platform, Clients.TARGET), products, new SampleProducts())) {
            for (final long size : plan.sizes(SIZES)) {
                progress.doing(String.format(Locale.ROOT, "search: %,d products into the index", size));
                shelf.fill(size);
                awaitFound(products, size);
                checkThatBothFindTheSame(queries);
                measured.add(measure(size, queries));
            }
        }
        return List.of(
                comparison(
                        "search, p50",
                        measured.stream()
                                .map(at -> new AtSize(at.size(), at.halves()))
                                .toList(),
                        Optional.empty()),
                comparison(
                        "search, p99",
                        measured.stream()
                                .map(at -> new AtSize(at.size(), at.tails()))
                                .toList(),
                        Optional.of(Target.atMost(1.3))));
    }

    private static void awaitFound(final Index products, final long count) throws IOException, InterruptedException {
        products.refresh();
        if (products.count() < count) {
            throw new IOException("Of " + count + " products " + products.count() + " can be found");
        }
    }

    /** Otherwise the two would not be asked the same, and a ratio would mean nothing. */
    private void checkThatBothFindTheSame(final Queries queries) throws IOException, InterruptedException {
        for (int number = 0; number < queries.count(); number++) {
            queries.takeAsTyped(number);
            if (!findTheSameInTheEnd(queries, number)) {
                queries.forgive(number);
                if (!findTheSameInTheEnd(queries, number)) {
                    throw new IOException("client-api and the recorded query do not find the same for «"
                            + queries.words(number) + "»: the query is to be recorded anew");
                }
            }
        }
    }

    /** What Elasticsearch tidies up between the two can change an order. */
    private boolean findTheSameInTheEnd(final Queries queries, final int number)
            throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (findTheSame(queries, number)) {
                return true;
            }
        }
        return false;
    }

    private boolean findTheSame(final Queries queries, final int number) throws IOException, InterruptedException {
        final JsonNode answer = http.ask(queries.toClientApi(number));
        final JsonNode hits = http.ask(queries.toElasticsearch(number)).path("hits");
        final List<String> found = new ArrayList<>();
        answer.path("products")
                .forEach(product -> found.add(product.path("product_id").asText()));
        final List<String> straight = new ArrayList<>();
        hits.path("hits").forEach(hit -> straight.add(hit.path("_id").asText()));
        return answer.path("total").asLong() == hits.at("/total/value").asLong()
                && found.equals(straight.subList(0, Math.min(found.size(), straight.size())));
    }

    private Measured measure(final long size, final Queries queries) throws IOException, InterruptedException {
        final List<Pair> halves = new ArrayList<>();
        final List<Pair> tails = new ArrayList<>();
        final Duration load = plan.load(LOAD);
        final int rate = plan.rate(RATE);
        progress.doing("search: warming up");
        for (final int slower : plan.climb(RATE)) {
            ask(queries::toElasticsearch, slower, A_STEP);
            ask(queries::toClientApi, slower, A_STEP);
        }
        for (int i = 1; i <= plan.pairs(); i++) {
            progress.doing(String.format(Locale.ROOT, "search, %,d, %d of %d: the limit", size, i, plan.pairs()));
            final Latencies limit = ask(queries::toElasticsearch, rate, load);
            progress.doing(String.format(Locale.ROOT, "search, %,d, %d of %d: the product", size, i, plan.pairs()));
            final Latencies product = ask(queries::toClientApi, rate, load);
            halves.add(new Pair(limit.percentile(50), product.percentile(50)));
            tails.add(new Pair(limit.percentile(99), product.percentile(99)));
            progress.done(String.format(
                    Locale.ROOT,
                    "search, %,d, %d of %d: p99 limit %.1f ms, product %.1f ms, ratio %.2f",
                    size,
                    i,
                    plan.pairs(),
                    limit.percentile(99),
                    product.percentile(99),
                    tails.get(i - 1).ratio()));
        }
        return new Measured(size, halves, tails);
    }

    private Latencies ask(final IntFunction<HttpRequest> query, final int rate, final Duration load)
            throws IOException, InterruptedException {
        final OpenLoop.Outcome outcome = new OpenLoop(rate)
                .run((int) (rate * load.toMillis() / 1_000), (number, intended) -> http.send(query.apply(number)));
        if (outcome.failed() > 0) {
            throw new IOException(outcome.failed() + " searches failed: " + outcome.failure());
        }
        return outcome.answered();
    }

    private Comparison comparison(final String name, final List<AtSize> sizes, final Optional<Target> target) {
        return new Comparison(
                name,
                "GET /product_info at " + plan.rate(RATE)
                        + " a second, against the same query sent straight to Elasticsearch",
                "products",
                Scale.MILLISECONDS,
                target,
                sizes,
                List.of());
    }
}
