package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not there is waited for, and the health says so. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class WaitingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String id = UUID.randomUUID().toString();
    private final RunningEngines engines;
    private final Index index;
    private final TargetTopics topics;

    WaitingIT(final RunningEngines engines) {
        this.engines = engines;
        this.index = new Index(engines.elasticsearchUrl());
        this.topics = new TargetTopics(engines);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void a_record_whose_schema_cannot_be_had_now_is_indexed_later() {
        final URI registry = URI.create(engines.schemaRegistryUrl());
        try (Obstacle obstacle = new Obstacle("http://" + registry.getAuthority())) {
            obstacle.is(Obstacle.Mood.IS_GONE);
            try (SearchIndexer indexer = start(Map.of("schema.registry.url", obstacle.url() + registry.getPath()))) {
                topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "Лампа"));
                topics.flush();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                indexer.get("/health/readiness").body())
                        .contains("DOWN", "The schema registry does not answer"));
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                indexer.get("/prometheus").body())
                        .doesNotContain("indexer_lag{topic=\"allowed-products\"} 0.0")
                        .contains("indexer_lag{topic=\"allowed-products\"}"));
                assertThat(index.document("products", id)).isEmpty();

                obstacle.is(Obstacle.Mood.PASSES);

                await().atMost(PATIENCE).untilAsserted(() -> assertThat(index.document("products", id))
                        .isPresent());
                await().atMost(PATIENCE).until(indexer::isReady);
                assertThat(topics.read("search-indexer.dlq", id)).isEmpty();
            }
        }
    }

    @Test
    void it_starts_without_elasticsearch_and_is_ready_once_that_is_there() {
        try (Obstacle obstacle = new Obstacle(engines.elasticsearchUrl())) {
            obstacle.is(Obstacle.Mood.IS_GONE);
            try (SearchIndexer indexer = start(Map.of("elasticsearch.http-hosts", obstacle.url()))) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                indexer.get("/health/readiness").body())
                        .contains("DOWN", "waiting_for", "Connection refused"));

                obstacle.is(Obstacle.Mood.PASSES);
                await().atMost(PATIENCE).until(indexer::isReady);

                // With nothing to store, too.
                obstacle.is(Obstacle.Mood.UNAVAILABLE);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                indexer.get("/health/readiness").body())
                        .contains("DOWN", "waiting_since"));
            }
        }
    }

    private SearchIndexer start(final Map<String, Object> settings) {
        final Map<String, Object> all = new HashMap<>(settings);
        all.put("indexer.group", "search-indexer-" + id);
        all.put("indexer.patience", "1s");
        all.put("indexer.backoff.longest", "500ms");
        return SearchIndexer.on(engines, all);
    }
}
