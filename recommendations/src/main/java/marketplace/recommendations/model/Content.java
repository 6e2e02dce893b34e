package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What items have in common by what is written about them: category, brand, tags, the words of their names. It leads
 * from items that somebody had to do with to those that nobody has met, about which nothing else is known.
 */
final class Content {
    /**
     * A feature that very many items share says little, and costs the square of their number: so many of each kind are
     * looked at, the most popular and the newest.
     */
    private static final int ITEMS_OF_A_FEATURE = 200;

    private static final int OTHERS_OF_AN_ITEM = 20;
    private static final double LEAST = 0.1;

    private Content() {}

    /** item, other, weight: the cosine of both items' features, rare ones counting more, times a share. */
    static Dataset<Row> weights(final Items items, final double share) {
        final Dataset<Row> features = items.table()
                .where("allowed AND features IS NOT NULL")
                .selectExpr(
                        "item",
                        "popularity",
                        "created_at",
                        "popularity > 0 AS warm",
                        "explode(array_distinct(features)) AS feature");
        final Dataset<Row> rarity =
                features.groupBy("feature").agg(expr("pow(ln(1 + " + items.all() + " / count(*)), 2) AS rarity"));
        final Dataset<Row> weighed = features.join(rarity, "feature");
        final Dataset<Row> lengths = weighed.groupBy("item").agg(expr("sqrt(sum(rarity)) AS length"));
        final Dataset<Row> few = weighed.selectExpr(
                        "*",
                        "row_number() OVER (PARTITION BY feature, warm ORDER BY popularity DESC, created_at DESC, item)"
                                + " AS place")
                .where("place <= " + ITEMS_OF_A_FEATURE)
                .join(lengths, "item");
        final Dataset<Row> cold =
                few.where("NOT warm").selectExpr("feature", "item AS other", "length AS other_length");
        return few.where("warm")
                .join(cold, "feature")
                .groupBy("item", "other")
                .agg(expr("sum(rarity) / first(length) / first(other_length) AS cosine"))
                .where("cosine >= " + LEAST)
                .selectExpr(
                        "item",
                        "other",
                        "CAST(cosine * " + share + " AS FLOAT) AS weight",
                        "row_number() OVER (PARTITION BY item ORDER BY cosine DESC, other) AS place")
                .where("place <= " + OTHERS_OF_AN_ITEM)
                .drop("place");
    }
}
