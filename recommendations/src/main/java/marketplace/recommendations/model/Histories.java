package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What each client had to do with, one row for each. Of a client who touched more than a bound the latest products count
 * and no others: a pair of products is met in each history, so the work grows with the square of the longest.
 */
public final class Histories implements AutoCloseable {
    private final Dataset<Row> table;

    private Histories(final Dataset<Row> table) {
        this.table = table;
    }

    /** Gathers interactions with items into histories of so many items at most. */
    public static Histories of(final Dataset<Row> interactions, final Items items, final int longest) {
        final Dataset<Row> places = interactions
                .join(items.table().select("item", "product_id"), "product_id")
                .withColumn("place", expr("row_number() OVER (PARTITION BY client_id ORDER BY last DESC, item)"));
        return new Histories(places.groupBy("client_id")
                .agg(
                        expr("collect_list(struct(item, strength, met, query)) FILTER (WHERE place <= " + longest
                                + ") AS entries"),
                        expr("collect_list(item) FILTER (WHERE met) AS known"),
                        expr("sum(strength) FILTER (WHERE place <= " + longest + ") AS mass"),
                        expr("count(*) AS length"))
                .persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /**
     * client_id; entries: item, strength, met, query; known: the items that are no news to the client, all of them;
     * mass: the sum of the strengths; length: how many there were before the bound.
     */
    Dataset<Row> table() {
        return table;
    }

    /** Counts them: clients, and those whose history was cut to the bound. */
    public Count count(final int longest) {
        final Row counts = table.selectExpr("count(*)", "count_if(length > " + longest + ")")
                .first();
        return new Count(counts.getLong(0), counts.getLong(1));
    }

    /** The same clients' histories, of those alone who are in a table of client_id. */
    public Histories of(final Dataset<Row> clients) {
        return new Histories(table.join(clients, new String[] {"client_id"}, "left_semi"));
    }

    @Override
    public void close() {
        table.unpersist();
    }

    /**
     * How many there are.
     *
     * @param cut whose history was longer than the bound
     */
    public record Count(long clients, long cut) {}
}
