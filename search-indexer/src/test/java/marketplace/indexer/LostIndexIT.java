package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Elasticsearch loses comes back from the topics. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class LostIndexIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = UUID.randomUUID().toString();
    private final RunningEngines engines;
    private final Index index;
    private final TargetTopics topics;
    private final Assortment products;
    private final Assortment banned;
    private SearchIndexer indexer;

    LostIndexIT(final RunningEngines engines) {
        this.engines = engines;
        this.index = new Index(engines.elasticsearchUrl());
        this.topics = new TargetTopics(engines);
        this.products = new Assortment(topics, index, run);
        this.banned = new Assortment(topics, index, run + "-banned");
    }

    @BeforeEach
    void start() {
        indexer = SearchIndexer.on(engines, Map.of());
        await().atMost(PATIENCE).until(indexer::isReady);
    }

    @AfterEach
    void stop() {
        indexer.close();
        topics.close();
    }

    @Test
    void a_month_whose_index_was_lost_is_made_again_from_the_topic() {
        final Instant past = Instant.now().minus(100, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, run, Events.search(run, "лампа", past));
        topics.put(Topics.SEARCH_PRODUCTS, run + "-now", Events.search(run + "-now", "лампа", Events.now()));
        awaitSearches();
        final JsonNode before = index.document("search-products", run).orElseThrow();
        index.send("DELETE", "/" + before.path("_index").asText(), "");
        assertThat(index.document("search-products", run)).isEmpty();

        final JsonNode done = indexer.rebuild("search-products");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        final JsonNode after = index.document("search-products", run).orElseThrow();
        assertThat(after.path("_source")).isEqualTo(before.path("_source"));
        assertThat(after.path("_version")).isEqualTo(before.path("_version"));
        assertThat(index.document("search-products", run + "-now")).isPresent();
    }

    @Test
    void products_whose_index_was_lost_are_made_again_from_the_topic() {
        products.publish(0);
        products.await(0);
        index.send("DELETE", "/" + index.behind("products").get(0), "");

        assertThat(indexer.rebuild("products").path("state").asText()).isEqualTo("done");

        products.await(0);
        assertThat(index.behind("products")).hasSize(1);
    }

    @Test
    void indexes_that_are_lost_are_made_again_with_all_they_had_and_nobody_has_to_ask() {
        final Instant past = Instant.now().minus(70, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, run, Events.search(run, "лампа", past));
        topics.put(Topics.SEARCH_PRODUCTS, run + "-now", Events.search(run + "-now", "лампа", Events.now()));
        products.publish(0);
        products.await(0);
        banned.publish(0);
        banned.await(0);
        banned.withdraw();
        banned.awaitNone();
        awaitSearches();

        lose("products");
        lose("search-products");

        assertThat(bannedThatAreFoundUntilTheOthersAre()).isNotEmpty().containsOnly(0L);
        products.await(0);
        awaitSearches();
    }

    private List<Long> bannedThatAreFoundUntilTheOthersAre() {
        final List<Long> found = new ArrayList<>();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    found.add(banned.found());
                    return products.found() == Assortment.SIZE;
                });
        return found;
    }

    @Test
    void indexes_that_are_lost_while_nobody_looks_are_made_again_at_the_start() {
        products.publish(0);
        products.await(0);
        indexer.close();
        lose("products");

        start();

        products.await(0);
        // Once is enough: the index remembers that it is whole.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        index.send("GET", "/products/_mapping", "").toString())
                .contains("\"has_gaps\":false"));
    }

    private void awaitSearches() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> index.document("search-products", run).isPresent()
                        && index.document("search-products", run + "-now").isPresent());
    }

    private void lose(final String family) {
        index.behind(family).forEach(name -> index.send("DELETE", "/" + name, ""));
    }
}
