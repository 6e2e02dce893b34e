package marketplace.recommendations.model;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/** What has to be known about each item to recommend it, in memory. */
final class Shelf implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int warm;
    private final String[] productIds;
    private final String[] names;
    private final String[] brands;
    private final boolean[] allowed;

    private Shelf(final Items items) {
        warm = items.warm();
        productIds = new String[items.all()];
        names = new String[items.all()];
        brands = new String[items.all()];
        allowed = new boolean[items.all()];
    }

    static Shelf of(final Items items) {
        final Shelf shelf = new Shelf(items);
        items.table()
                .select("item", "product_id", "name", "brand", "allowed")
                .toLocalIterator()
                .forEachRemaining(shelf::put);
        return shelf;
    }

    private void put(final Row row) {
        final int item = row.getInt(0);
        productIds[item] = row.getString(1);
        names[item] = row.getString(2);
        brands[item] = row.getString(3);
        allowed[item] = row.getBoolean(4);
    }

    int size() {
        return productIds.length;
    }

    boolean isAllowed(final int item) {
        return allowed[item];
    }

    boolean isWarm(final int item) {
        return item < warm;
    }

    String name(final int item) {
        return names[item];
    }

    Candidate candidate(final int item, final double score, final Because because, final String cause) {
        return new Candidate(item, productIds[item], brands[item], score, because, cause);
    }
}
