package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PRODUCTS = 200;
    /** So much that every product changes several times during a rebuild, and less than a slow machine can index twice. */
    private static final Duration WRITER_REST = Duration.ofMillis(500);

    private final String run = UUID.randomUUID().toString();
    private final RunningEngines engines;
    private final Index index;
    private final TargetTopics topics;
    private SearchIndexer indexer;

    RebuildIT(final RunningEngines engines) {
        this.engines = engines;
        this.index = new Index(engines.elasticsearchUrl());
        this.topics = new TargetTopics(engines);
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
        publish(0);
        awaitNames(0);
        final String before = index.behind("products").get(0);
        final AtomicBoolean going = new AtomicBoolean(true);
        final CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> writeWhile(going));
        final CompletableFuture<List<Long>> reader = CompletableFuture.supplyAsync(() -> readWhile(going));

        final JsonNode done;
        try {
            done = rebuild("products");
        } finally {
            going.set(false);
        }
        final int last = writer.join();

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("documents").asLong()).isGreaterThanOrEqualTo(PRODUCTS);
        assertThat(reader.join()).isNotEmpty().containsOnly((long) PRODUCTS);
        awaitNames(last);
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

        assertThat(rebuild("products").path("state").asText()).isEqualTo("done");

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

        final JsonNode done = rebuild("search-products");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        final JsonNode after = index.document("search-products", run).orElseThrow();
        assertThat(after.path("_source")).isEqualTo(before.path("_source"));
        assertThat(after.path("_version")).isEqualTo(before.path("_version"));
        assertThat(after.path("_index")).isNotEqualTo(before.path("_index"));
        assertThat(index.document("search-products", run + "-now")).isPresent();
        assertThat(index.document("search-products", "only-in-the-index-" + run))
                .isPresent();
    }

    @Test
    void a_month_whose_index_was_lost_is_made_again_from_the_topic() {
        final Instant past = Instant.now().minus(100, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, run, Events.search(run, "лампа", past));
        topics.put(Topics.SEARCH_PRODUCTS, run + "-now", Events.search(run + "-now", "лампа", Events.now()));
        await().atMost(PATIENCE)
                .until(() -> index.document("search-products", run).isPresent()
                        && index.document("search-products", run + "-now").isPresent());
        final JsonNode before = index.document("search-products", run).orElseThrow();
        index.send("DELETE", "/" + before.path("_index").asText(), "");
        assertThat(index.document("search-products", run)).isEmpty();

        final JsonNode done = rebuild("search-products");

        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        final JsonNode after = index.document("search-products", run).orElseThrow();
        assertThat(after.path("_source")).isEqualTo(before.path("_source"));
        assertThat(after.path("_version")).isEqualTo(before.path("_version"));
        assertThat(index.document("search-products", run + "-now")).isPresent();
    }

    @Test
    void products_whose_index_was_lost_are_made_again_from_the_topic() {
        publish(0);
        awaitNames(0);
        index.send("DELETE", "/" + index.behind("products").get(0), "");

        assertThat(rebuild("products").path("state").asText()).isEqualTo("done");

        awaitNames(0);
        assertThat(index.behind("products")).hasSize(1);
    }

    @Test
    void indexes_that_are_lost_are_made_again_with_all_they_had_and_nobody_has_to_ask() {
        final Instant past = Instant.now().minus(70, ChronoUnit.DAYS);
        topics.put(Topics.SEARCH_PRODUCTS, run, Events.search(run, "лампа", past));
        topics.put(Topics.SEARCH_PRODUCTS, run + "-now", Events.search(run + "-now", "лампа", Events.now()));
        publish(0);
        awaitNames(0);
        awaitSearches();

        lose("products");
        lose("search-products");

        awaitNames(0);
        awaitSearches();
    }

    @Test
    void indexes_that_are_lost_while_nobody_looks_are_made_again_at_the_start() {
        publish(0);
        awaitNames(0);
        indexer.close();
        lose("products");

        start();

        awaitNames(0);
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

    /** A document that is on no topic any more. */
    private void forget(final String name) {
        index.send(
                "PUT",
                "/" + name + "/_doc/only-in-the-index-" + run + "?version=5&version_type=external&refresh=true",
                "{\"text\":\"забыто\"}");
    }

    @Test
    void a_rebuild_that_was_cut_off_leaves_nothing_behind() {
        publish(0);
        awaitNames(0);
        indexer.close();
        final String live = index.behind("products").get(0);
        // As a process leaves it that is killed between two steps.
        index.send("PUT", "/products-v1-20260101000000000", "{\"settings\":{\"number_of_replicas\":0}}");
        index.send("PUT", "/" + live + "/_block/write", "");

        start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.named("products-v")).containsExactly(live));
        publish(1);
        awaitNames(1);
    }

    @Test
    void an_index_of_an_older_definition_is_made_anew_at_the_start() {
        publish(0);
        awaitNames(0);
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
        awaitNames(0);
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

    private JsonNode rebuild(final String family) {
        final JsonNode begun = json(await().atMost(PATIENCE)
                .until(() -> indexer.post("/indexes/" + family + "/rebuild"), answer -> answer.statusCode() == 202)
                .body());
        final String path = "/rebuilds/" + begun.path("run_id").asText();
        await().atMost(PATIENCE)
                .until(() ->
                        !json(indexer.get(path).body()).path("state").asText().equals("running"));
        return json(indexer.get(path).body());
    }

    private static JsonNode json(final String text) {
        try {
            return JSON.readTree(text);
        } catch (final IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private int writeWhile(final AtomicBoolean going) {
        final AtomicInteger round = new AtomicInteger();
        await().atMost(PATIENCE.multipliedBy(2)).pollInterval(WRITER_REST).until(() -> {
            publish(round.incrementAndGet());
            return !going.get();
        });
        return round.get();
    }

    private void publish(final int round) {
        for (int product = 0; product < PRODUCTS; product++) {
            final String id = run + "-" + product;
            topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, name(round), run));
        }
        topics.flush();
    }

    private List<Long> readWhile(final AtomicBoolean going) {
        final List<Long> found = new ArrayList<>();
        await().atMost(PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    found.add(index.count("products", "sku", run));
                    return !going.get();
                });
        return found;
    }

    private static String name(final int round) {
        return "версия " + round;
    }

    private void awaitNames(final int round) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        index.count("products", "sku", run) == PRODUCTS ? namesThatAreNot(round) : List.of("too few"))
                .isEmpty());
    }

    private List<String> namesThatAreNot(final int round) {
        final List<String> wrong = new ArrayList<>();
        index.post("/products/_search", "{\"size\":1000,\"query\":{\"term\":{\"sku\":\"" + run + "\"}}}")
                .at("/hits/hits")
                .forEach(hit -> {
                    final String name = hit.at("/_source/name").asText();
                    if (!name.equals(name(round))) {
                        wrong.add(name);
                    }
                });
        return wrong;
    }
}
