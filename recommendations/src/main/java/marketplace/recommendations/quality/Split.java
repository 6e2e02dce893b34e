package marketplace.recommendations.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which part of each client's history is held out. */
public enum Split {
    /** The last part, as life does it. */
    LAST("last DESC, xxhash64(client_id, product_id)"),
    /** Any part, as published comparisons do it. */
    RANDOM("xxhash64(client_id, product_id, %d)");

    /** The part of a history that is held out, rounded down. */
    static final double SHARE = 0.25;

    private final String order;

    Split(final String order) {
        this.order = order;
    }

    /** The same interactions with a column {@code held_out}. What a client did not meet himself stays. */
    Dataset<Row> mark(final Dataset<Row> interactions, final long seed) {
        final String own = "PARTITION BY client_id, met";
        return interactions.selectExpr(
                "*",
                "met AND row_number() OVER (" + own + " ORDER BY " + order.replace("%d", Long.toString(seed))
                        + ") <= floor(" + SHARE + " * count(*) OVER (" + own + ")) AS held_out");
    }
}
