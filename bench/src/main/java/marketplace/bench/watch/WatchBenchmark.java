package marketplace.bench.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketplace.bench.kafka.BareProducer;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.OwnTopics;
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

/** What the brokers take while Prometheus asks everything for its metrics, against what they take while nobody asks. */
public final class WatchBenchmark {
    private static final String NAME = "watch";
    private static final String PROMETHEUS = "prometheus";
    private static final long[] SIZES = {20_000, 200_000, 2_000_000};
    private static final long WARM_UP = 100_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;
    private final Map<String, Double> longestScrapes = new TreeMap<>();

    public WatchBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. The platform is left as it was. */
    public List<Result> run() throws IOException, InterruptedException {
        final Prometheus prometheus = new Prometheus(platform.address(PROMETHEUS));
        final Clients clients = new Clients(platform, Clients.PRIMARY);
        try (OwnTopics topics = new OwnTopics(clients);
                BareProducer producer =
                        new BareProducer(clients, topics.like(Topics.PRODUCTS.name(), NAME), new SampleProducts())) {
            return List.of(compare(producer, prometheus));
        }
    }

    private Comparison compare(final BareProducer producer, final Prometheus prometheus)
            throws IOException, InterruptedException {
        final Alternation alternation = new Alternation(NAME, Scale.WORK_PER_SECOND, plan, progress);
        final List<AtSize> sizes = new ArrayList<>();
        final long warmUp = plan.isQuick() ? 1 : WARM_UP;
        alternation.warmUp(() -> producer.send(warmUp), () -> producer.send(warmUp));
        for (final long size : plan.sizes(SIZES)) {
            sizes.add(alternation.at(size, () -> unwatched(producer, size), () -> watched(producer, size, prometheus)));
        }
        return new Comparison(
                NAME,
                "products acknowledged by the brokers while Prometheus scrapes all parts, against while it is stopped",
                "products",
                Scale.WORK_PER_SECOND,
                Optional.of(Target.atLeast(0.95)),
                sizes,
                notes());
    }

    @SuppressWarnings("try") // Prometheus is stopped for as long as the pause lasts.
    private double unwatched(final BareProducer producer, final long size) throws IOException, InterruptedException {
        try (Platform.Pause pause = platform.without(PROMETHEUS)) {
            return producer.send(size);
        }
    }

    private double watched(final BareProducer producer, final long size, final Prometheus prometheus)
            throws IOException, InterruptedException {
        final double perSecond = producer.send(size);
        prometheus
                .longestScrapes(Math.round(size / perSecond))
                .forEach((job, seconds) -> longestScrapes.merge(job, seconds, Math::max));
        return perSecond;
    }

    private List<String> notes() {
        if (longestScrapes.isEmpty()) {
            return List.of("Nothing was scraped meanwhile.");
        }
        return List.of(longestScrapes.entrySet().stream()
                .map(scrape -> String.format(Locale.ROOT, "%s %.0f ms", scrape.getKey(), scrape.getValue() * 1000))
                .collect(Collectors.joining(", ", "The longest scrapes meanwhile: ", ".")));
    }
}
