package marketplace.bench.recommendations;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.OwnTopics;
import marketplace.bench.lake.HadoopApi;
import marketplace.bench.measure.Effort;
import marketplace.bench.measure.Effort.Spent;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;

/** What a run of the job costs, from the tables to the topic. */
public final class RecommendationsBenchmark {
    private static final String NAME = "recommendations";
    private static final long[] SIZES = {100_000, 1_000_000, 10_000_000};
    private static final int EVENTS_OF_A_CLIENT = 20;
    private static final int PRODUCTS = 10_000;

    private final Platform platform;
    private final Plan plan;
    private final Progress progress;

    public RecommendationsBenchmark(final Platform platform, final Plan plan, final Progress progress) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. Its tables and its topic are deleted. */
    @SuppressWarnings("try") // The subject is there for as long as the job runs.
    public List<Result> run() throws IOException, InterruptedException {
        final URI warehouse = new HadoopApi(platform).warehouse();
        try (OwnTopics topics = new OwnTopics(new Clients(platform, Clients.TARGET));
                OwnSubject subject = new OwnSubject(platform.address("schema-registry"), OwnTopics.name(NAME));
                MadeUpLake lake = new MadeUpLake(warehouse, PRODUCTS)) {
            final SparkProcess job =
                    new SparkProcess(platform, warehouse, topics.like(Topics.RECOMMENDATIONS.name(), NAME));
            final List<Spent> sizes = new ArrayList<>();
            for (final long events : plan.sizes(SIZES)) {
                sizes.add(measure(events, lake, job));
            }
            return List.of(new Effort(
                    NAME,
                    String.format(
                            Locale.ROOT,
                            "a run of the job, of %,d products and %d events of each client, start of the process included",
                            PRODUCTS,
                            EVENTS_OF_A_CLIENT),
                    "events",
                    sizes));
        }
    }

    private Spent measure(final long events, final MadeUpLake lake, final SparkProcess job)
            throws IOException, InterruptedException {
        final String where = String.format(Locale.ROOT, "%s, %,d", NAME, events);
        progress.doing(where + ": making up what clients did");
        lake.fill(events, (int) Math.max(1, events / EVENTS_OF_A_CLIENT));
        progress.doing(where + ": the job");
        final Spent spent = job.run(events);
        progress.done(String.format(Locale.ROOT, "%s: %.1f s", where, spent.seconds()));
        return spent;
    }
}
