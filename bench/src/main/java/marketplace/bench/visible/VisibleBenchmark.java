package marketplace.bench.visible;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.Withdrawal;
import marketplace.bench.measure.Journey;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.products.SampleProducts;
import marketplace.schemas.Topics;
import marketplace.schemas.json.AvroJson;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.load.OpenLoop;
import marketplace.tool.platform.Platform;

/** How long it takes from a shop's request until a product can be found, and until it is on the target cluster. */
public final class VisibleBenchmark {
    private static final int RATE = 500;
    private static final Duration LOAD = Duration.ofSeconds(30);
    private static final Duration A_STEP = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String PRODUCTS = Topics.PRODUCTS.name();
    private static final String ALLOWED = Topics.ALLOWED_PRODUCTS.name();

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final SampleProducts samples = new SampleProducts();
    private final Http http = new Http();

    public VisibleBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures, and takes the products out again. */
    public List<Result> run() throws IOException, InterruptedException {
        platform.address("search-indexer");
        platform.address("mirror-maker");
        final int rate = plan.rate(RATE);
        try (Withdrawal withdrawal = new Withdrawal(new Clients(platform, Clients.PRIMARY), PRODUCTS)) {
            final int all = events(rate, LOAD);
            withdrawal.expect(all);
            for (final int slower : plan.climb(RATE)) {
                progress.doing("visible: warming up at " + slower + " a second");
                travel(slower, events(slower, A_STEP));
            }
            progress.doing(String.format(
                    Locale.ROOT,
                    "visible: %d events a second for %d s",
                    rate,
                    plan.load(LOAD).toSeconds()));
            return List.of(travel(rate, all));
        }
    }

    private int events(final int rate, final Duration load) {
        return (int) (rate * plan.load(load).toMillis() / 1_000);
    }

    private Journey travel(final int rate, final int count) throws IOException, InterruptedException {
        final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        samples.setUpdatedAt(begin);
        final AtomicLongArray intended = new AtomicLongArray(count);
        final Sightings onPrimary = new Sightings(intended);
        final Sightings allowed = new Sightings(intended);
        final Sightings onTarget = new Sightings(intended);
        final Sightings allowedOnTarget = new Sightings(intended);
        final Sightings found = new Sightings(intended);
        final OpenLoop.Outcome outcome;
        try (TopicWatch primary = new TopicWatch(
                        new Clients(platform, Clients.PRIMARY), Map.of(PRODUCTS, onPrimary, ALLOWED, allowed));
                TopicWatch target = new TopicWatch(
                        new Clients(platform, Clients.TARGET), Map.of(PRODUCTS, onTarget, ALLOWED, allowedOnTarget));
                SearchWatch search = new SearchWatch(platform.address("elasticsearch"), begin, found)) {
            outcome = publish(rate, count, intended);
            await(List.of(onPrimary, allowed, onTarget, allowedOnTarget, found), search);
            primary.check();
            target.check();
        }
        final Map<String, Sightings> hops = new LinkedHashMap<>();
        hops.put("products", onPrimary);
        hops.put("products on the target cluster", onTarget);
        hops.put("allowed-products", allowed);
        hops.put("allowed-products on the target cluster", allowedOnTarget);
        hops.put("the search", found);
        return journey(rate, count, outcome, hops);
    }

    private OpenLoop.Outcome publish(final int rate, final int count, final AtomicLongArray intended)
            throws IOException, InterruptedException {
        final String products = platform.address("shop-api") + "/products";
        final OpenLoop.Outcome outcome = new OpenLoop(rate).run(count, (number, moment) -> {
            intended.set(number, moment);
            return http.send(Http.post(products, "application/x-ndjson", AvroJson.toBytes(samples.product(number))));
        });
        if (outcome.failed() > 0) {
            throw new IOException(outcome.failed() + " products were not accepted: " + outcome.failure());
        }
        return outcome;
    }

    /** Those that have not come by then are missing, and told as missing. */
    private static void await(final Collection<Sightings> places, final SearchWatch search)
            throws IOException, InterruptedException {
        final long begin = System.nanoTime();
        while (!places.stream().allMatch(Sightings::isComplete) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            search.check();
            Thread.sleep(LOOK.toMillis());
        }
    }

    private static Journey journey(
            final int rate, final int count, final OpenLoop.Outcome outcome, final Map<String, Sightings> places) {
        final List<Journey.Hop> hops = new ArrayList<>();
        hops.add(Journey.Hop.of("the answer of shop-api", outcome.answered(), count));
        places.forEach((place, sightings) -> hops.add(Journey.Hop.of(place, sightings.latencies(), count)));
        return new Journey(
                "visible",
                "from when POST /products was to be sent, at " + rate + " a second",
                hops,
                List.of("target: p99 under 1,000 ms to the search and to the target cluster"));
    }
}
