package marketplace.recommendations.signals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The lake's tables: each a topic, a row for each record. A table that is not there yet counts as one without rows. It
 * only reads.
 */
public final class Lake implements Signals {
    private static final String CATALOG = "lake";
    private static final String SEARCHED = "SEARCH";
    /** What stands further down in an answer was hardly seen. */
    private static final int OFFERED_BY_A_SEARCH = 5;

    private final SparkSession spark;
    private final String namespace;
    private final Map<String, Double> weights;

    /** @param weights how much each kind counts: VIEW, CART, PURCHASE, and SEARCH for what a search offered */
    public Lake(final SparkSession spark, final String namespace, final Map<String, Double> weights) {
        this.spark = spark;
        this.namespace = CATALOG + "." + namespace;
        this.weights = Map.copyOf(weights);
    }

    /** The settings that a session needs to find the tables. */
    public static Map<String, String> settings(final String warehouse, final String catalogType) {
        final String catalog = "spark.sql.catalog." + CATALOG;
        return Map.of(
                catalog,
                "org.apache.iceberg.spark.SparkCatalog",
                catalog + ".type",
                catalogType,
                catalog + ".warehouse",
                warehouse,
                // Tables change between two runs and never within one; each run is a process of its own.
                catalog + ".cache-enabled",
                "true");
    }

    @Override
    public Dataset<Row> signals() {
        searches();
        view("client_events", "client_event_records");
        // The same event sent twice has one id; people who did something are found by any of both.
        return spark.sql("""
                WITH events AS (
                  SELECT event_id, any_value(client_id) AS client_id, any_value(product_id) AS product_id,
                         any_value(kind) AS kind, any_value(query_id) AS query_id, min(at) AS at
                  FROM client_event_records
                  WHERE event_id IS NOT NULL AND client_id IS NOT NULL AND product_id IS NOT NULL AND at IS NOT NULL
                  GROUP BY event_id
                ),
                all_signals AS (
                  SELECT e.client_id, e.product_id, e.kind, e.at, true AS met, s.text AS query
                  FROM events e LEFT JOIN searches s ON e.query_id = s.query_id
                  UNION ALL
                  SELECT client_id, explode(slice(shown, 1, %d)) AS product_id, '%s' AS kind, at, false AS met, text AS query
                  FROM searches WHERE client_id IS NOT NULL AND size(shown) > 0
                )
                SELECT client_id, product_id, %s AS weight, unix_millis(at) AS at, met, query
                FROM all_signals WHERE client_id <> '*' AND product_id IS NOT NULL
                """.formatted(OFFERED_BY_A_SEARCH, SEARCHED, weightOfKind()));
    }

    private String weightOfKind() {
        return weights.entrySet().stream()
                .map(kind -> "WHEN '" + kind.getKey() + "' THEN " + kind.getValue() + "D")
                .collect(Collectors.joining(" ", "CASE kind ", " ELSE 0D END"));
    }

    private void searches() {
        view("search_products", "search_records");
        spark.sql("""
                        SELECT query_id, any_value(client_id) AS client_id, any_value(text) AS text,
                               any_value(shown) AS shown, min(at) AS at
                        FROM search_records WHERE query_id IS NOT NULL AND at IS NOT NULL GROUP BY query_id
                        """).createOrReplaceTempView("searches");
    }

    @Override
    public Dataset<Row> products() {
        view("allowed_products", "allowed_product_records");
        // The newest record of each key, unless it is a tombstone, is what the compacted topic says.
        spark.sql("""
                        SELECT * FROM (
                          SELECT product_id, name, brand, category, tags, created_at, kafka_tombstone,
                                 row_number() OVER (PARTITION BY kafka_partition, kafka_key ORDER BY kafka_offset DESC) AS age
                          FROM allowed_product_records)
                        WHERE age = 1 AND NOT kafka_tombstone AND product_id IS NOT NULL
                        """).createOrReplaceTempView("latest_allowed_products");
        // The beginning of a long word stands for all its forms.
        return spark.sql("""
                SELECT product_id, name, brand,
                       concat(array('category ' || lower(category), 'brand ' || lower(brand)),
                              transform(coalesce(tags, array()), tag -> 'tag ' || lower(tag)),
                              transform(filter(split(lower(name), '[^\\\\p{L}\\\\p{N}]+'), word -> length(word) > 2),
                                        word -> 'word ' || left(word, 6))) AS features,
                       unix_millis(created_at) AS created_at
                FROM latest_allowed_products
                """);
    }

    private void view(final String table, final String view) {
        final String name = namespace + "." + table;
        final Dataset<Row> rows = spark.catalog().tableExists(name) ? spark.table(name) : none(table);
        rows.createOrReplaceTempView(view);
    }

    private Dataset<Row> none(final String table) {
        final StructType schema = StructType.fromDDL(
                switch (table) {
                    case "client_events" ->
                        "event_id STRING, kind STRING, client_id STRING, product_id STRING,"
                                + " query_id STRING, at TIMESTAMP";
                    case "search_products" ->
                        "query_id STRING, client_id STRING, text STRING, shown ARRAY<STRING>," + " at TIMESTAMP";
                    default ->
                        "product_id STRING, name STRING, brand STRING, category STRING, tags ARRAY<STRING>,"
                                + " created_at TIMESTAMP, kafka_key STRING, kafka_partition INT, kafka_offset BIGINT,"
                                + " kafka_tombstone BOOLEAN";
                });
        return spark.createDataFrame(List.of(), schema);
    }
}
