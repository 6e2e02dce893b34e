package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * RP3β (Paudel et al., 2016): how likely a walk from an item to somebody who has met it, and on to something else that
 * he has met, ends at another item, over that item's popularity to the power of β. It is joins and sums over pairs of
 * items that are met together, and so grows with what clients did and not with the square of the catalogue.
 */
final class RandomWalk {
    private RandomWalk() {}

    /** item, other, weight: for each item the others that it says most about. */
    static Dataset<Row> neighbours(
            final Histories histories, final Items items, final int most, final double popularityPenalty) {
        final Dataset<Row> walks = histories
                .table()
                .where("mass > 0")
                .selectExpr("mass", "transform(entries, e -> struct(e.item, e.strength)) AS entries")
                .selectExpr("mass", "entries", "explode(entries) AS one")
                .selectExpr("one.item AS item", "one.strength / mass AS share", "explode(entries) AS two")
                .selectExpr("item", "two.item AS other", "share * two.strength AS weight")
                // A walk there and a walk back are the same steps, so half of them are enough.
                .where("item < other")
                .groupBy("item", "other")
                .agg(expr("CAST(sum(weight) AS FLOAT) AS weight"));
        final Dataset<Row> bothWays = walks.selectExpr("inline(array("
                + "named_struct('item', item, 'other', other, 'weight', weight),"
                + "named_struct('item', other, 'other', item, 'weight', weight)))");
        final Dataset<Row> masses = items.table().where("mass > 0").select("item", "mass");
        return bothWays.join(masses.withColumnRenamed("mass", "from"), "item")
                .join(masses.withColumnRenamed("item", "other").withColumnRenamed("mass", "to"), "other")
                .selectExpr(
                        "item", "other", "CAST(weight / from / pow(to, " + popularityPenalty + ") AS FLOAT) AS weight")
                .selectExpr("*", "row_number() OVER (PARTITION BY item ORDER BY weight DESC, other) AS place")
                .where("place <= " + most)
                .drop("place");
    }
}
