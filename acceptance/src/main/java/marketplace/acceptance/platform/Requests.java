package marketplace.acceptance.platform;

import java.io.IOException;
import java.util.Collection;
import marketplace.tool.platform.Platform;

/** Every request that shops, moderators, clients and analysts make of the platform. */
public final class Requests {
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String POST = "POST";
    private static final String GET = "GET";
    private static final String PRODUCT_ID = "product_id";
    private static final String CLIENT_ID = "client_id";

    private final String shop;
    private final String client;
    private final String lake;
    private final String elasticsearch;
    private final String registry;
    private final String hdfs;
    private final Keys keys;

    /**
     * To the APIs of a platform.
     *
     * @throws IOException if one of them is not ready, or the keys cannot be read
     */
    public Requests(final Platform platform) throws IOException {
        this(
                platform.address("shop-api"),
                platform.address("client-api"),
                platform.address("hadoop-api"),
                platform.address("elasticsearch"),
                platform.address("schema-registry"),
                platform.address("hdfs"),
                Keys.of(System.getenv()));
    }

    Requests(
            final String shop,
            final String client,
            final String lake,
            final String elasticsearch,
            final String registry,
            final String hdfs,
            final Keys keys) {
        this.shop = shop;
        this.client = client;
        this.lake = lake;
        this.elasticsearch = elasticsearch;
        this.registry = registry;
        this.hdfs = hdfs;
        this.keys = keys;
    }

    /** {@code set_products} without a body: the five samples. */
    public Call publishSamples() {
        return Call.of(POST, shop + "/products").by(keys.shops());
    }

    /** {@code set_products}, each product a line of JSON. */
    public Call publish(final Collection<String> products) {
        return publishSamples().body(NDJSON, String.join("\n", products) + "\n");
    }

    /** {@code set_ban_products}. */
    public Call ban(final String productId, final String reason) {
        return Call.of(POST, shop + "/ban_products")
                .with(PRODUCT_ID, productId)
                .with("reason", reason)
                .by(keys.moderator());
    }

    /** {@code lift_ban_products}. */
    public Call liftBan(final String productId) {
        return Call.of("DELETE", shop + "/ban_products")
                .with(PRODUCT_ID, productId)
                .by(keys.moderator());
    }

    /** {@code get_ban_products}: a page of the bans in force, those after an id. */
    public Call bans(final String after) {
        return Call.of(GET, shop + "/ban_products").with("after", after);
    }

    /** {@code get_product_info}. */
    public Call search(final String words, final String clientId) {
        return Call.of(GET, client + "/product_info")
                .with("product_name", words)
                .with(CLIENT_ID, clientId);
    }

    /** {@code set_events}, a JSON array. */
    public Call tell(final String events) {
        return Call.of(POST, client + "/events").body(JSON, events);
    }

    /** {@code get_recommendations} for one client. */
    public Call recommendations(final String clientId) {
        return Call.of(GET, client + "/recommendations").with(CLIENT_ID, clientId);
    }

    /** {@code get_data}: everything that stands on the topics now shall be in the tables. */
    public Call export() {
        return Call.of(POST, lake + "/data").with("wait", "true").by(keys.analyst());
    }

    /** How a run of the export goes. */
    public Call exportRun(final String runId) {
        return Call.of(GET, lake + "/data/runs/" + runId);
    }

    /** What is in the tables. */
    public Call tables() {
        return Call.of(GET, lake + "/data/tables");
    }

    /** {@code get_recommendations} of everybody: the job. */
    public Call recommend(final boolean evaluate) {
        final Call job = Call.of(POST, lake + "/recommendations").by(keys.analyst());
        return evaluate ? job.with("evaluate", "true") : job;
    }

    /** The last runs of the job. */
    public Call recommendationRuns() {
        return Call.of(GET, lake + "/recommendations/runs");
    }

    /** How a run of the job goes. */
    public Call recommendationRun(final String runId) {
        return Call.of(GET, lake + "/recommendations/runs/" + runId);
    }

    /** The names under which schemas are registered. */
    public Call subjects() {
        return Call.of(GET, registry + "/subjects");
    }

    /** How many files there are below a folder of HDFS, and how large, as the NameNode's page tells. */
    public Call folder(final String path) {
        return Call.of(GET, hdfs + "/webhdfs/v1" + path).with("op", "GETCONTENTSUMMARY");
    }

    /** The documents of an index whose field has a value, as Elasticsearch has them. */
    public Call documents(final String index, final String field, final String value) {
        return Call.of(POST, elasticsearch + "/" + index + "/_search")
                .body(JSON, "{\"track_total_hits\":true,\"query\":{\"term\":{\"" + field + "\":\"" + value + "\"}}}");
    }
}
