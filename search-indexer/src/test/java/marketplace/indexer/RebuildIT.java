package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes are made anew while they are read and written. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class RebuildIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So much that every product changes several times during a rebuild, and less than a slow machine can index twice. */
    private static final Duration WRITER_REST = Duration.ofMillis(500);

    private final String run = UUID.randomUUID().toString();
    private final RunningEngines engines;
    private final Index index;
    private final TargetTopics topics;
    private final Assortment products;
    private SearchIndexer indexer;

    RebuildIT(final RunningEngines engines) {
        this.engines = engines;
        this.index = new Index(engines.elasticsearchUrl());
        this.topics = new TargetTopics(engines);
        this.products = new Assortment(topics, index, run);
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
    void nothing_that_comes_during_a_rebuild_is_lost_and_readers_notice_nothing() {
        products.publish(0);
        products.await(0);
        final String before = index.behind("products").get(0);
        final AtomicBoolean going = new AtomicBoolean(true);
        final CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> writeWhile(going));
        final CompletableFuture<List<Long>> reader = CompletableFuture.supplyAsync(() -> readWhile(going));

        final JsonNode done;
        try {
            done = indexer.rebuild("products");
        } finally {
            going.set(false);
        }
        final int last = writer.join();

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("documents").asLong()).isGreaterThanOrEqualTo(Assortment.SIZE);
        assertThat(reader.join()).isNotEmpty().containsOnly((long) Assortment.SIZE);
        products.await(last);
        assertThat(index.behind("products")).hasSize(1).doesNotContain(before);
        assertThat(index.named("products-v")).isEqualTo(index.behind("products"));
    }

    @Test
    void what_was_deleted_is_not_in_the_new_index() {
        topics.put(Topics.ALLOWED_PRODUCTS, run, Events.product(run, "была"));
        await().atMost(PATIENCE).until(() -> index.document("products", run).isPresent());
        topics.put(Topics.ALLOWED_PRODUCTS, run, null);
        topics.flush();
        await().atMost(PATIENCE).until(() -> index.document("products", run).isEmpty());

        assertThat(indexer.rebuild("products").path("state").asText()).isEqualTo("done");

        assertThat(index.document("products", run)).isEmpty();
    }

    @Test
    void months_are_rebuilt_with_what_their_topic_has_forgotten() {
        final Instant past = Instant.now().minus(40, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, run, Events.search(run, "лампа", past));
        topics.put(Topics.SEARCH_PRODUCTS, run + "-now", Events.search(run + "-now", "лампа", Events.now()));
        await().atMost(PATIENCE)
                .until(() -> index.document("search-products", run).isPresent()
                        && index.document("search-products", run + "-now").isPresent());
        final JsonNode before = index.document("search-products", run).orElseThrow();
        forget(before.path("_index").asText());

        final JsonNode done = indexer.rebuild("search-products");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        final JsonNode after = index.document("search-products", run).orElseThrow();
        assertThat(after.path("_source")).isEqualTo(before.path("_source"));
        assertThat(after.path("_version")).isEqualTo(before.path("_version"));
        assertThat(after.path("_index")).isNotEqualTo(before.path("_index"));
        assertThat(index.document("search-products", run + "-now")).isPresent();
        assertThat(index.document("search-products", "only-in-the-index-" + run))
                .isPresent();
    }

    /** A document that is on no topic any more. */
    private void forget(final String name) {
        index.send(
                "PUT",
                "/" + name + "/_doc/only-in-the-index-" + run + "?version=5&version_type=external&refresh=true",
                "{\"text\":\"забыто\"}");
    }

    @Test
    void a_rebuild_that_was_cut_off_leaves_nothing_behind() {
        products.publish(0);
        products.await(0);
        indexer.close();
        final String live = index.behind("products").get(0);
        // As a process leaves it that is killed between two steps.
        index.send("PUT", "/products-v1-20260101000000000", "{\"settings\":{\"number_of_replicas\":0}}");
        index.send("PUT", "/" + live + "/_block/write", "");

        start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.named("products-v")).containsExactly(live));
        products.publish(1);
        products.await(1);
    }

    @Test
    void an_index_of_an_older_definition_is_made_anew_at_the_start() {
        products.publish(0);
        products.await(0);
        indexer.close();
        final String live = index.behind("products").get(0);
        index.send(
                "PUT",
                "/products-v0-1",
                "{\"settings\":{\"number_of_replicas\":0},\"mappings\":{\"_meta\":{\"version\":0}}}");
        index.post(
                "/_aliases",
                "{\"actions\":[{\"add\":{\"index\":\"products-v0-1\",\"alias\":\"products\"}},{\"remove_index\":{\"index\":\""
                        + live + "\"}}]}");

        start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(index.named("products-v"))
                .hasSize(1)
                .noneMatch(name -> name.startsWith("products-v0-")));
        products.await(0);
    }

    @Test
    void indexes_that_are_kept_long_enough_are_deleted() {
        indexer.close();
        index.send(
                "PUT",
                "/client-events-2020.01-v1-0",
                "{\"settings\":{\"number_of_replicas\":0},\"aliases\":{\"client-events\":{},\"client-events-2020.01\":{}}}");

        start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(index.named("client-events-2020"))
                .isEmpty());
        assertThat(index.behind("client-events")).isNotEmpty();
    }

    @Test
    void the_command_follows_a_rebuild_to_its_end() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final RebuildCommand command = new RebuildCommand(indexer.url(), Optional.empty(), stream(out), stream(err));

        assertThat(command.run("rebuild", "recommendations")).isEqualTo(RebuildCommand.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("recommendations done");

        assertThat(command.run("rebuild", "everything")).isEqualTo(RebuildCommand.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("404", "There is no index everything");

        assertThat(command.run("restore")).isEqualTo(RebuildCommand.WRONG_COMMAND);
    }

    private static PrintStream stream(final ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private int writeWhile(final AtomicBoolean going) {
        final AtomicInteger round = new AtomicInteger();
        await().atMost(PATIENCE.multipliedBy(2)).pollInterval(WRITER_REST).until(() -> {
            products.publish(round.incrementAndGet());
            return !going.get();
        });
        return round.get();
    }

    private List<Long> readWhile(final AtomicBoolean going) {
        final List<Long> found = new ArrayList<>();
        await().atMost(PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    found.add(products.found());
                    return !going.get();
                });
        return found;
    }
}
