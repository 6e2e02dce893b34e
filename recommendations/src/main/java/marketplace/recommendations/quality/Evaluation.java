package marketplace.recommendations.quality;

import static org.apache.spark.sql.functions.expr;

import java.util.Locale;
import marketplace.recommendations.model.Recommender;
import marketplace.recommendations.quality.Quality.Measures;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Holds out a part of each client's history, learns from the rest, and looks how much of that part is found again. */
public final class Evaluation {
    private static final int FIRST = 10;

    private final Recommender recommender;
    private final Split split;
    private final long seed;

    public Evaluation(final Recommender recommender, final Split split, final long seed) {
        this.recommender = recommender;
        this.split = split;
        this.seed = seed;
    }

    /** Measures on interactions, as {@link marketplace.recommendations.signals.Interactions#of} answers them. */
    public Quality of(final Dataset<Row> interactions) {
        final Dataset<Row> marked = split.mark(interactions, seed).persist(StorageLevel.MEMORY_AND_DISK());
        final Dataset<Row> heldOut = marked.where("held_out").select("client_id", "product_id");
        final Dataset<Row> clients = heldOut.groupBy("client_id").agg(expr("count(*) AS relevant"));
        final Recommender.Trial trial =
                recommender.attempt(marked.where("NOT held_out").drop("held_out"), clients.select("client_id"), FIRST);
        try {
            return new Quality(
                    clients.count(),
                    split.name().toLowerCase(Locale.ROOT),
                    trial.items(),
                    measures(trial.byModel(), heldOut, clients, trial.items()),
                    measures(trial.byPopularity(), heldOut, clients, trial.items()));
        } finally {
            trial.byModel().unpersist();
            trial.byPopularity().unpersist();
            marked.unpersist();
        }
    }

    private static Measures measures(
            final Dataset<Row> lists, final Dataset<Row> heldOut, final Dataset<Row> clients, final int items) {
        final Dataset<Row> shown =
                lists.selectExpr("client_id", "inline(items)").select("client_id", "product_id", "rank");
        final Dataset<Row> found = shown.join(heldOut, new String[] {"client_id", "product_id"}, "inner")
                .groupBy("client_id")
                .agg(expr("count(*) AS hits"), expr("sum(1 / log2(rank + 1)) AS gain"));
        final Row means = clients.join(found, new String[] {"client_id"}, "left_outer")
                .withColumn(
                        "ideal",
                        expr("aggregate(sequence(1, CAST(least(relevant, " + FIRST + ") AS INT)), 0D,"
                                + " (sum, rank) -> sum + 1 / log2(rank + 1))"))
                .agg(
                        expr("coalesce(avg(coalesce(hits, 0) / relevant), 0D)"),
                        expr("coalesce(avg(coalesce(gain, 0D) / ideal), 0D)"))
                .first();
        final long covered = shown.select("product_id").distinct().count();
        return new Measures(means.getDouble(0), means.getDouble(1), items == 0 ? 0 : (double) covered / items);
    }
}
