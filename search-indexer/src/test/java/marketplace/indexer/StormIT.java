package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Elasticsearch in all its moods, under load. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class StormIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PRODUCTS = 50;
    private static final Pattern REBALANCES = Pattern.compile(
            "kafka_consumer_coordinator_rebalance_total\\{[^}]*client_id=\"search-indexer\"[^}]*} (\\S+)");

    private final String run = UUID.randomUUID().toString();
    private final Index index;
    private final TargetTopics topics;
    private final Obstacle obstacle;
    private final SearchIndexer indexer;
    private int version;

    StormIT(final RunningEngines engines) {
        index = new Index(engines.elasticsearchUrl());
        topics = new TargetTopics(engines);
        obstacle = new Obstacle(engines.elasticsearchUrl());
        indexer = SearchIndexer.on(
                engines,
                Map.of(
                        "indexer.group",
                        "search-indexer-" + run,
                        "elasticsearch.http-hosts",
                        obstacle.url(),
                        "elasticsearch.request.default.socket-timeout",
                        1_500,
                        "indexer.backoff.longest",
                        "500ms",
                        "indexer.patience",
                        "2s",
                        // Whoever does not poll while it waits is out of the group soon.
                        "kafka.max.poll.interval.ms",
                        "2500"));
    }

    @BeforeEach
    void ready() {
        await().atMost(PATIENCE).until(indexer::isReady);
    }

    @AfterEach
    void stop() {
        indexer.close();
        obstacle.close();
        topics.close();
    }

    @Test
    void nothing_is_lost_or_stored_twice_and_the_group_keeps_its_member() {
        final String rebalances = rebalances();
        for (final Obstacle.Mood mood : List.of(
                Obstacle.Mood.TOO_MANY_REQUESTS,
                Obstacle.Mood.PASSES,
                Obstacle.Mood.TOO_MANY_DOCUMENTS,
                Obstacle.Mood.UNAVAILABLE,
                Obstacle.Mood.HANGS,
                Obstacle.Mood.BREAKS,
                Obstacle.Mood.IS_GONE)) {
            obstacle.is(mood);
            loadFor(Duration.ofSeconds(3));
            if (mood != Obstacle.Mood.IS_GONE) {
                assertThat(obstacle.met(mood)).as("requests that met %s", mood).isPositive();
            }
        }
        assertThat(indexer.get("/health/readiness").body()).contains("DOWN", "waiting_for");
        obstacle.is(Obstacle.Mood.PASSES);
        topics.flush();

        await().atMost(PATIENCE).untilAsserted(() -> {
            for (int product = 0; product < PRODUCTS; product++) {
                final String id = run + "-" + product;
                assertThat(index.document("products", id)
                                .map(document -> document.at("/_source/name").asText())
                                .orElse("nothing"))
                        .isEqualTo(lastName(product));
            }
        });
        assertThat(index.count("products", "sku", run)).isEqualTo(PRODUCTS);
        assertThat(rebalances()).isEqualTo(rebalances);
        await().atMost(PATIENCE).until(indexer::isReady);
    }

    private void loadFor(final Duration duration) {
        final long end = System.nanoTime() + duration.toNanos();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            for (int i = 0; i < 10; i++) {
                final int product = version % PRODUCTS;
                final String id = run + "-" + product;
                topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, name(version), run));
                version++;
            }
            return System.nanoTime() > end;
        });
    }

    private static String name(final int version) {
        return "версия " + version;
    }

    private String lastName(final int product) {
        final int last = version - 1;
        final int behind = Math.floorMod(last - product, PRODUCTS);
        return name(last - behind);
    }

    /** How often the group has made its members agree anew. */
    private String rebalances() {
        final Matcher matcher = REBALANCES.matcher(indexer.get("/prometheus").body());
        assertThat(matcher.find()).as("the consumer's metrics").isTrue();
        return matcher.group(1);
    }
}
