package marketplace.recommendations;

import static org.apache.spark.sql.functions.expr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import marketplace.recommendations.model.Recommender;
import marketplace.recommendations.model.Recommender.Recommended;
import marketplace.recommendations.publish.Publisher;
import marketplace.recommendations.publish.Publisher.Published;
import marketplace.recommendations.quality.Evaluation;
import marketplace.recommendations.quality.Quality;
import marketplace.recommendations.signals.Interactions;
import marketplace.recommendations.signals.Signals;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** One run of the job, stage by stage. */
final class Run {
    private static final double MILLIS = 1_000;

    private final Options options;
    private final Signals source;
    private final Publisher publisher;
    private final Lines lines;
    private final Clock clock;
    private final Recommender recommender;
    private final Instant startedAt;
    private int stages;

    /** @param publisher asked only if there is something to publish */
    Run(final Options options, final Signals source, final Publisher publisher, final Lines lines, final Clock clock) {
        this.options = options;
        this.source = source;
        this.publisher = publisher;
        this.lines = lines;
        this.clock = clock;
        this.recommender = new Recommender(options.tuning());
        this.startedAt = clock.instant();
    }

    Result run() {
        if (options.events().isEmpty()) {
            publisher.mustBeReachable(options.runId(), startedAt);
        }
        stage("read");
        // Gone through three times, and read once.
        final Dataset<Row> signals = source.signals().persist(StorageLevel.DISK_ONLY());
        final Row extent = signals.selectExpr("count(*)", "max(at)").first();
        final long count = extent.getLong(0);
        final long newest = extent.isNullAt(1) ? startedAt.toEpochMilli() : extent.getLong(1);
        final Dataset<Row> interactions =
                Interactions.of(signals, newest, options.halfLife()).persist(StorageLevel.MEMORY_AND_DISK());
        final Quality quality = options.evaluate() ? evaluate(interactions) : null;
        if (options.events().isPresent()) {
            return new Result(options.runId(), null, count, null, null, null, null, null, quality, seconds());
        }
        final Dataset<Row> products = source.products().persist(StorageLevel.MEMORY_AND_DISK());
        if (count == 0 && products.isEmpty()) {
            // A lake without anything says nothing about what is on the topic.
            return new Result(options.runId(), null, 0, 0L, 0L, 0, 0L, 0L, quality, seconds());
        }
        stage("recommend");
        final Recommended recommended =
                recommender.recommend(interactions, products, heat(signals, newest), options.lists());
        stage("publish");
        final Published published = publisher.publish(recommended.lists(), options.runId(), startedAt);
        return new Result(
                options.runId(),
                recommended.method(),
                count,
                recommended.clients().clients(),
                recommended.clients().cut(),
                recommended.products(),
                published.clients(),
                published.withdrawn(),
                quality,
                seconds());
    }

    private Quality evaluate(final Dataset<Row> interactions) {
        stage("evaluate");
        return new Evaluation(recommender, options.split(), options.seed()).of(interactions);
    }

    /** product_id and heat: what clients did lately, the latest counting most. */
    private Dataset<Row> heat(final Dataset<Row> signals, final long newest) {
        return signals.where("met")
                .groupBy("product_id")
                .agg(expr("sum(weight * pow(0.5, (" + newest + " - at) / "
                        + options.trendDays() * Duration.ofDays(1).toMillis() + ")) AS heat"));
    }

    private void stage(final String name) {
        lines.stage(name, stages, total());
        stages++;
    }

    private int total() {
        final int recommending = options.events().isPresent() ? 0 : 2;
        return 1 + (options.evaluate() ? 1 : 0) + recommending;
    }

    private double seconds() {
        return Duration.between(startedAt, clock.instant()).toMillis() / MILLIS;
    }
}
