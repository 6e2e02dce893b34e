package marketplace.schemas;

import java.util.List;
import marketplace.events.ClientEvent;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.events.Recommendations;
import marketplace.events.SearchEvent;
import marketplace.events.SearchTrend;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of the catalogue, with its types. A test holds this and {@code topics.yaml} to each other. */
public final class Topics {
    /** Every version of a product that a shop published, by product id. */
    public static final Topic<String, Product> PRODUCTS = avro("products", Product.class);

    /** Who is banned, by product id. A tombstone lifts the ban. */
    public static final Topic<String, ProductBan> BAN_PRODUCTS = avro("ban-products", ProductBan.class);

    /** The products that are not banned, by product id. A tombstone says that one is gone. */
    public static final Topic<String, Product> ALLOWED_PRODUCTS = avro("allowed-products", Product.class);

    /** Every search, by query id. */
    public static final Topic<String, SearchEvent> SEARCH_PRODUCTS = avro("search-products", SearchEvent.class);

    /** What clients did, by client id. */
    public static final Topic<String, ClientEvent> CLIENT_EVENTS = avro("client-events", ClientEvent.class);

    /** How often queries are asked, by query. */
    public static final Topic<String, SearchTrend> SEARCH_TRENDS = avro("search-trends", SearchTrend.class);

    /** What to show each client, by client id. On the target cluster only. */
    public static final Topic<String, Recommendations> RECOMMENDATIONS = avro("recommendations", Recommendations.class);

    /** Jobs as the receiver took them, by job id: JSON. */
    public static final Topic<String, String> RECEIVER = text("receiver-topic");

    /** Jobs on their way through the processor, by job id: JSON. */
    public static final Topic<String, String> PROCESSOR = text("processor-topic");

    /** Finished jobs for the Postgres sink, by job id: JSON. */
    public static final Topic<String, String> POSTGRES = text("postgres-topic");

    /** Finished jobs for ClickHouse, by job id: CSV. */
    public static final Topic<String, String> CLICKHOUSE = text("clickhouse-topic");

    private static final List<Topic<String, ?>> ALL = List.of(
            PRODUCTS,
            BAN_PRODUCTS,
            ALLOWED_PRODUCTS,
            SEARCH_PRODUCTS,
            CLIENT_EVENTS,
            SEARCH_TRENDS,
            RECOMMENDATIONS,
            RECEIVER,
            PROCESSOR,
            POSTGRES,
            CLICKHOUSE);

    private Topics() {}

    /** All topics of the catalogue. */
    public static List<Topic<String, ?>> all() {
        return ALL;
    }

    /** Where a consumer puts the records that it cannot process, as they were. */
    public static Topic<byte[], byte[]> deadLetters(final String consumer) {
        return new Topic<>(consumer + ".dlq", Format.bytes(), Format.bytes());
    }

    private static <V extends SpecificRecord> Topic<String, V> avro(final String name, final Class<V> type) {
        return new Topic<>(name, Format.text(), Format.avro(type));
    }

    private static Topic<String, String> text(final String name) {
        return new Topic<>(name, Format.text(), Format.text());
    }
}
