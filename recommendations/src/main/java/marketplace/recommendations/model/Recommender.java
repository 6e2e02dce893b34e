package marketplace.recommendations.model;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Makes everybody's recommendations. */
public final class Recommender {
    /** The id under which recommendations for everybody else are published. No client can have it. */
    public static final String EVERYBODY_ELSE = "*";

    private final Tuning tuning;

    public Recommender(final Tuning tuning) {
        this.tuning = tuning;
    }

    /**
     * Makes the lists of all clients, and that of {@link #EVERYBODY_ELSE}. Nobody is shown what is not among the
     * products, or what is no news to him.
     *
     * @param interactions what clients had to do with, as {@link
     *     marketplace.recommendations.signals.Interactions#of} answers it
     * @param products what may be shown, as {@link marketplace.recommendations.signals.Signals#PRODUCTS}
     * @param recent product_id and heat, a sum of recent signals
     */
    public Recommended recommend(
            final Dataset<Row> interactions,
            final Dataset<Row> products,
            final Dataset<Row> recent,
            final ListSettings settings) {
        final SparkSession spark = interactions.sparkSession();
        try (Items items = Items.of(interactions, products);
                Histories histories = Histories.of(interactions, items, tuning.longestHistory())) {
            final List<Candidate> fillers = Trending.of(recent, items);
            final Rules rules = new Rules(settings.limit(), settings.perBrand(), fillers);
            final Model model = new Training(tuning).train(histories, items);
            final Optional<Dataset<Row>> content = items.all() > items.warm() && items.warm() > 0
                    ? Optional.of(Content.weights(items, settings.contentShare()))
                    : Optional.empty();
            final Dataset<Row> lists = model.rank(histories, items, content, rules)
                    .unionByName(everybodyElse(spark, rules))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            final long count = lists.count();
            final Histories.Count clients = histories.count(tuning.longestHistory());
            return new Recommended(lists, model.method(), count, items.warm(), items.all(), clients);
        }
    }

    private static Dataset<Row> everybodyElse(final SparkSession spark, final Rules rules) {
        final List<Candidate> picked = Selection.of(rules, List.of(), item -> false);
        return spark.createDataset(
                picked.isEmpty() ? List.of() : List.of(Lists.of(EVERYBODY_ELSE, picked)), Encoders.row(Lists.SCHEMA));
    }

    /**
     * Learns from some interactions and answers, for some clients, the best of everything that is news to them, without
     * any other rule; and the same by popularity alone.
     *
     * @param clients client_id
     */
    public Trial attempt(final Dataset<Row> interactions, final Dataset<Row> clients, final int limit) {
        final Dataset<Row> products = interactions
                .selectExpr(
                        "product_id",
                        "CAST(NULL AS STRING) AS name",
                        "CAST(NULL AS STRING) AS brand",
                        "CAST(NULL AS ARRAY<STRING>) AS features",
                        "CAST(NULL AS BIGINT) AS created_at")
                .dropDuplicates("product_id");
        try (Items items = Items.of(interactions, products);
                Histories histories = Histories.of(interactions, items, tuning.longestHistory())) {
            final Histories theirs = histories.of(clients);
            final Model model = new Training(tuning).train(histories, items);
            return new Trial(
                    kept(model.rank(theirs, items, Optional.empty(), Rules.best(limit))),
                    kept(new PopularityModel().rank(theirs, items, Optional.empty(), Rules.best(limit))),
                    items.warm());
        }
    }

    private static Dataset<Row> kept(final Dataset<Row> lists) {
        final Dataset<Row> kept = lists.persist(StorageLevel.MEMORY_AND_DISK());
        kept.count();
        return kept;
    }

    /**
     * What lists are to be like.
     *
     * @param limit how many products at most
     * @param perBrand how many of one brand at most
     * @param contentShare how much it says at most that products are alike, beside that they are met together
     */
    public record ListSettings(int limit, int perBrand, double contentShare) {}

    /**
     * Everybody's recommendations: client_id, and items with product_id, rank, score, reason.
     *
     * @param method how it was learnt
     * @param count how many lists there are
     * @param met the products that somebody had to do with
     * @param products those, and all that may be shown
     */
    public record Recommended(
            Dataset<Row> lists, String method, long count, int met, int products, Histories.Count clients) {}

    /**
     * Lists to be measured.
     *
     * @param byModel client_id, items
     * @param byPopularity client_id, items
     * @param items how many products could have been in them
     */
    public record Trial(Dataset<Row> byModel, Dataset<Row> byPopularity, int items) {}
}
