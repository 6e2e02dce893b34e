package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What many had to do with lately, and what is new: for clients of whom nothing is known, and to fill up other lists. */
final class Trending {
    /** Enough to fill a list when brands are many times as many as places, and most of it is known. */
    private static final int MOST = 200;

    private Trending() {}

    /**
     * The products that may be shown, the most trending first with a score of 1, and the newest at the end.
     *
     * @param recent product_id and heat, a sum of recent signals
     */
    static List<Candidate> of(final Dataset<Row> recent, final Items items) {
        final Dataset<Row> allowed = items.table().where("allowed");
        final List<Row> hot = allowed.join(recent, "product_id")
                .where("heat > 0")
                .select("item", "product_id", "brand", "heat")
                .orderBy(col("heat").desc(), col("item"))
                .limit(MOST)
                .collectAsList();
        final List<Candidate> fillers = new ArrayList<>(2 * MOST);
        for (final Row row : hot) {
            fillers.add(candidate(row, row.getDouble(3) / hot.get(0).getDouble(3), Because.TRENDING));
        }
        allowed.where("popularity = 0")
                .select("item", "product_id", "brand", "created_at")
                .orderBy(col("created_at").desc_nulls_last(), col("item"))
                .limit(MOST)
                .collectAsList()
                .forEach(row -> fillers.add(candidate(row, 0, Because.NEW)));
        return fillers;
    }

    private static Candidate candidate(final Row row, final double score, final Because because) {
        return new Candidate(row.getInt(0), row.getString(1), row.getString(2), score, because, null);
    }
}
