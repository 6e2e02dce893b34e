package marketplace.recommendations.signals;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each client has to do with each product, all signals about it taken together. */
public final class Interactions {
    private static final double MILLIS_OF_A_DAY = 86_400_000;

    private Interactions() {}

    /**
     * Adds signals up: each counts half as much when it is a half-life older. The sum w becomes the strength
     * 1 − e<sup>−w</sup>, so that many signals say more than one, and none says more than 1.
     *
     * @param newest the time that age is counted from, in milliseconds
     * @param halfLifeDays 0 for no ageing
     * @return client_id, product_id, strength, last, met, query
     */
    public static Dataset<Row> of(final Dataset<Row> signals, final long newest, final double halfLifeDays) {
        final String aged = halfLifeDays == 0
                ? "weight"
                : "weight * pow(0.5, greatest(0, " + newest + " - at) / " + halfLifeDays * MILLIS_OF_A_DAY + ")";
        return signals.groupBy("client_id", "product_id")
                .agg(
                        expr("CAST(1 - exp(-greatest(0D, sum(" + aged + "))) AS FLOAT) AS strength"),
                        expr("max(at) AS last"),
                        expr("max(met) AS met"),
                        expr("max_by(query, at) FILTER (WHERE query IS NOT NULL) AS query"));
    }
}
