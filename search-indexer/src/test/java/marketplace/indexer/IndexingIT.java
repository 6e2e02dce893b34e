package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import marketplace.schemas.DeadLetter;
import marketplace.schemas.Topic;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records become documents. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class IndexingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEAD_LETTERS = "search-indexer.dlq";

    private static SearchIndexer indexer;
    private static Index index;
    private static TargetTopics topics;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void start(final RunningEngines engines) {
        index = new Index(engines.elasticsearchUrl());
        topics = new TargetTopics(engines);
        indexer = SearchIndexer.on(engines, Map.of());
        await().atMost(PATIENCE).until(indexer::isReady);
    }

    @AfterAll
    static void stop() {
        indexer.close();
        topics.close();
    }

    @Test
    void every_name_is_there_before_anything_is() {
        assertThat(List.of("products", "search-products", "client-events", "search-trends", "recommendations"))
                .allSatisfy(name -> assertThat(index.behind(name)).isNotEmpty());
    }

    @Test
    void a_product_comes_into_the_search_changes_and_leaves_it() {
        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "Клавиатура"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(name(id)).isEqualTo("Клавиатура"));

        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "Клавиатура, белая"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(name(id)).isEqualTo("Клавиатура, белая"));

        topics.put(Topics.ALLOWED_PRODUCTS, id, null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.document("products", id)).isEmpty());
    }

    private static String name(final String id) {
        return index.document("products", id)
                .map(document -> document.at("/_source/name").asText())
                .orElse("");
    }

    @Test
    void searches_events_and_trends_stand_in_the_index_of_their_month() {
        final Instant window = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        topics.put(Topics.SEARCH_PRODUCTS, id, Events.search(id, "клавиатура", Events.now()));
        topics.put(Topics.CLIENT_EVENTS, "client", Events.view(id, "client"));
        topics.put(Topics.SEARCH_TRENDS, id, Events.trend(id, window, 7));

        final String month = DateTimeFormatter.ofPattern("uuuu.MM").format(YearMonth.now(ZoneOffset.UTC));
        assertThat(found("search-products", id).path("_index").asText()).startsWith("search-products-" + month + "-v1");
        assertThat(found("search-products", id).at("/_source/filters/price_min").asInt())
                .isEqualTo(10);
        assertThat(found("client-events", id).at("/_source/kind").asText()).isEqualTo("view");
        assertThat(found("search-trends", id + "@" + window.toEpochMilli())
                        .at("/_source/searches")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void the_queries_of_most_searches_are_found_over_all_windows() {
        final Instant window = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        final Instant before = window.minusSeconds(300);
        final String other = id + "-other";
        topics.put(Topics.SEARCH_TRENDS, id, Events.trend(id, before, 600_000));
        topics.put(Topics.SEARCH_TRENDS, id, Events.trend(id, window, 500_000));
        topics.put(Topics.SEARCH_TRENDS, id, Events.trend(id, window, 700_000));
        topics.put(Topics.SEARCH_TRENDS, other, Events.trend(other, window, 1_200_000));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mostSearched()).containsExactly(id + "=1300000", other + "=1200000"));
    }

    /** As this module's README asks. */
    private static List<String> mostSearched() {
        final List<String> queries = new ArrayList<>();
        index.post("/search-trends/_search?size=0", """
                {
                  "query": {"range": {"window_start": {"gte": "now-1d"}}},
                  "aggs": {"queries": {
                    "terms": {"field": "query", "size": 2, "order": {"searches": "desc"}},
                    "aggs": {"searches": {"sum": {"field": "searches"}}, "zero_hits": {"sum": {"field": "zero_hits"}}}}}}
                """)
                .at("/aggregations/queries/buckets")
                .forEach(bucket -> queries.add(bucket.path("key").asText() + "="
                        + bucket.at("/searches/value").asLong()));
        return queries;
    }

    @Test
    void what_happened_in_another_month_stands_in_its_own_index() {
        final Instant before = Instant.now().minus(70, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, id, Events.search(id, "лампа", before));

        final String month =
                DateTimeFormatter.ofPattern("uuuu.MM").withZone(ZoneOffset.UTC).format(before);
        assertThat(found("search-products", id).path("_index").asText()).startsWith("search-products-" + month + "-v1");
    }

    @Test
    void recommendations_are_those_of_the_last_run() {
        topics.put(Topics.RECOMMENDATIONS, id, Events.recommendations(id, "1"));
        topics.put(Topics.RECOMMENDATIONS, id, Events.recommendations(id, "2"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found("recommendations", id)
                        .at("/_source/items/0/product_id")
                        .asText())
                .isEqualTo("2"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void poison_is_put_aside_with_its_reason_and_its_neighbours_are_indexed(final Kind<?> kind) {
        final String next = topics.beside(kind.topic(), id);
        kind.put(id);
        topics.putBytes(kind.topic(), id, "nonsense".getBytes(StandardCharsets.UTF_8));
        kind.put(next);

        final ConsumerRecord<byte[], byte[]> letter = deadLetter(id);
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(kind.topic().name());
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("NO_MAGIC_BYTE");
        assertThat(letter.value()).isEqualTo("nonsense".getBytes(StandardCharsets.UTF_8));
        found(kind.family(), kind.document(id));
        found(kind.family(), kind.document(next));
    }

    static List<Kind<?>> sources() {
        final Instant window = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return List.of(
                new Kind<>(Topics.ALLOWED_PRODUCTS, "products", key -> Events.product(key, "сосед"), ""),
                new Kind<>(
                        Topics.SEARCH_PRODUCTS,
                        "search-products",
                        key -> Events.search(key, "сосед", Events.now()),
                        ""),
                new Kind<>(Topics.CLIENT_EVENTS, "client-events", key -> Events.view(key, key), ""),
                new Kind<>(
                        Topics.SEARCH_TRENDS,
                        "search-trends",
                        key -> Events.trend(key, window, 1),
                        "@" + window.toEpochMilli()),
                new Kind<>(Topics.RECOMMENDATIONS, "recommendations", key -> Events.recommendations(key, "1"), ""));
    }

    /** A topic, and what stands on it: the id of a document is the record's key with something behind it. */
    private record Kind<V>(Topic<String, V> topic, String family, Function<String, V> value, String ending) {
        void put(final String key) {
            topics.put(topic, key, value.apply(key));
        }

        String document(final String key) {
            return key + ending;
        }

        @Override
        public String toString() {
            return topic.name();
        }
    }

    @Test
    void a_document_that_is_refused_is_put_aside_with_the_reason_and_its_neighbours_are_indexed() {
        topics.put(Topics.ALLOWED_PRODUCTS, id + "-1", Events.product(id + "-1", "до"));
        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "в конце времён", Events.REFUSED));
        topics.put(Topics.ALLOWED_PRODUCTS, id + "-2", Events.product(id + "-2", "после"));

        assertThat(header(deadLetter(id), DeadLetter.MESSAGE)).contains("document_parsing_exception", "updated_at");
        found("products", id + "-1");
        found("products", id + "-2");
        assertThat(index.document("products", id)).isEmpty();
    }

    @Test
    void what_has_not_happened_yet_is_put_aside() {
        topics.put(Topics.SEARCH_PRODUCTS, id, Events.search(id, "лампа", Events.REFUSED));

        assertThat(header(deadLetter(id), DeadLetter.MESSAGE)).contains("has not happened yet");
    }

    @Test
    void reading_everything_again_changes_nothing(final RunningEngines engines) {
        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "первая"));
        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "вторая"));
        topics.put(Topics.ALLOWED_PRODUCTS, id + "-gone", Events.product(id, "была"));
        topics.put(Topics.ALLOWED_PRODUCTS, id + "-gone", null);
        topics.put(Topics.SEARCH_PRODUCTS, id, Events.search(id, "лампа", Events.now()));
        topics.put(Topics.ALLOWED_PRODUCTS, id + "-last", Events.product(id + "-last", "последняя"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(name(id)).isEqualTo("вторая"));
        found("products", id + "-last");
        final JsonNode search = found("search-products", id);
        final JsonNode product = found("products", id);

        // Another group begins where the topics do.
        try (SearchIndexer again = SearchIndexer.on(engines, Map.of("indexer.group", "search-indexer-" + id))) {
            await().atMost(PATIENCE).until(again::isReady);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            again.get("/prometheus").body())
                    .containsPattern("indexer_records_total\\{result=\"stale\",topic=\"search-products\"} [1-9]")
                    .contains("indexer_lag{topic=\"allowed-products\"} 0"));
        }

        assertThat(found("search-products", id)).isEqualTo(search);
        assertThat(found("products", id)).isEqualTo(product);
        assertThat(index.document("products", id + "-gone")).isEmpty();
    }

    @Test
    void a_key_that_is_too_long_for_an_id_is_found_by_its_field() {
        final String query = "а".repeat(600) + id;
        topics.put(Topics.SEARCH_TRENDS, query, Events.trend(query, Events.now(), 3));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(index.count("search-trends", "query", query))
                .isEqualTo(1));
    }

    @Test
    void lag_latency_and_results_are_measured() {
        topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "лампа"));
        found("products", id);

        assertThat(indexer.get("/prometheus").body())
                .containsPattern("indexer_records_total\\{result=\"stored\",topic=\"allowed-products\"} [1-9]")
                .contains("indexer_latency_seconds_bucket{topic=\"allowed-products\",le=\"1.0\"}")
                .contains("indexer_lag{topic=\"allowed-products\"}");
    }

    private static JsonNode found(final String alias, final String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.document(alias, id)).isPresent());
        return index.document(alias, id).orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(final String key) {
        topics.flush();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.read(DEAD_LETTERS, key)).isNotEmpty());
        return topics.read(DEAD_LETTERS, key).get(0);
    }

    private static String header(final ConsumerRecord<byte[], byte[]> record, final String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
