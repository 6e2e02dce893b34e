package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever process dies while shops publish, each product that was accepted is in the search, and no bad one is. Shops
 * do as real ones would: what was not acknowledged they send again.
 */
@ExtendWith(RunningPlatform.class)
class NothingLostIT {
    private static final int SHOPS = 2;
    private static final int BATCHES = 400;
    private static final int BATCH = 10;
    private static final int A_BATCH_EVERY_MS = 50;
    private static final int MOST_IN_AN_ANSWER = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** An upload that says nothing for longer than half a minute is closed. */
    private static final Duration SHORTER_PATIENCE = Duration.ofSeconds(20);

    private final Marketplace marketplace;
    private final Apis apis;
    private final TopicReader topics;
    private final String run = "loss-" + UUID.randomUUID() + "-";

    NothingLostIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.apis = new Apis(marketplace);
        this.topics = new TopicReader(marketplace);
    }

    @Test
    void accepted_is_on_the_topics_and_in_the_search_whoever_is_killed_on_the_way() throws Exception {
        var deaths = Map.of(
                18, "shop-api",
                72, "stream-processing",
                126, "mirror-maker",
                180, "search-indexer",
                234, "elasticsearch",
                288, "kafka-1",
                342, "target-kafka-1");
        var restarts = new ArrayList<CompletableFuture<Void>>();
        var otherShop = meanwhile(() -> publishBatches(1, batch -> {}));
        publishBatches(0, batch -> {
            if (deaths.containsKey(batch)) {
                restarts.add(killAndStart(deaths.get(batch)));
            }
        });
        otherShop.join();
        restarts.forEach(CompletableFuture::join);

        var accepted = ids();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(inSearchWith(run))
                .as("in the search")
                .isEqualTo(accepted));
        var published = timesOnTopic("primary", "products");
        assertThat(published.keySet()).as("on products").isEqualTo(accepted);
        assertThat(timesOnTopic("primary", "allowed-products"))
                .as("what a shop sent once passed once, on allowed-products")
                .isEqualTo(published);
        assertThat(timesOnTopic("target", "allowed-products"))
                .as("allowed-products on the target")
                .isEqualTo(published);
        assertThat(timesOnTopic("target", "products"))
                .as("products on the target")
                .isEqualTo(published);
    }

    @Test
    void a_ban_before_during_and_after_an_upload_holds_in_the_end() throws Exception {
        var before = run + "before";
        var during = run + "during";
        var after = run + "after";
        apis.ban(before, "заранее");
        var free = new TreeSet<String>();
        CompletableFuture<Void> upload;
        try (var shop = new PipedOutputStream()) {
            var body = new PipedInputStream(shop);
            upload = meanwhile(
                    () -> assertThat(Apis.accepted(apis.publish(body))).isEqualTo(2_004));
            write(shop, List.of(during));
            write(shop, many(0, free));
            await().atMost(SHORTER_PATIENCE)
                    .until(() -> timesOnTopic("primary", "products").containsKey(during));
            apis.ban(during, "во время");
            write(shop, List.of(before, during, after));
            // Some of them come behind each of the three, on its partition.
            write(shop, many(1_000, free));
        }
        upload.join();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inSearchWith(run)).contains(after));
        apis.ban(after, "после");

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(inSearchWith(run))
                .isEqualTo(free));
    }

    /** A thousand ids, which are remembered. */
    private Set<String> many(int first, Set<String> free) {
        var ids = new LinkedHashSet<String>();
        for (int number = first; number < first + 1_000; number++) {
            ids.add(run + "many-" + number);
        }
        free.addAll(ids);
        return ids;
    }

    private static void write(OutputStream shop, Collection<String> ids) throws IOException {
        for (var id : ids) {
            shop.write(line(id).getBytes(StandardCharsets.UTF_8));
        }
        shop.flush();
    }

    private void publishBatches(int shop, IntConsumer before) throws IOException, InterruptedException {
        for (int batch = 0; batch < BATCHES; batch++) {
            before.accept(batch);
            publishUntilAccepted(shop, batch);
            // The pace of the traffic, so that parts die while it flows.
            Thread.sleep(A_BATCH_EVERY_MS);
        }
    }

    private void publishUntilAccepted(int shop, int batch) {
        var lines = ids(shop, batch).stream().map(NothingLostIT::line).collect(Collectors.joining())
                + badLine(run + shop + "-bad-" + batch);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var answer = apis.publish(lines);
            return answer.statusCode() == 200 && Apis.accepted(answer) == BATCH;
        });
    }

    private Set<String> ids() {
        var all = new TreeSet<String>();
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int batch = 0; batch < BATCHES; batch++) {
                all.addAll(ids(shop, batch));
            }
        }
        return all;
    }

    private Set<String> ids(int shop, int batch) {
        var ids = new LinkedHashSet<String>();
        for (int number = 0; number < BATCH; number++) {
            ids.add(run + shop + "-" + (batch * BATCH + number));
        }
        return ids;
    }

    private static String line(String id) {
        return "{\"product_id\":\"" + id + "\",\"name\":\"Товар\",\"price\":{\"amount\":1,\"currency\":\"RUB\"},"
                + "\"category\":\"Проверка\",\"brand\":\"Проверка\",\"stock\":{\"available\":1,\"reserved\":0},"
                + "\"sku\":\"1\",\"store_id\":\"store-1\"}\n";
    }

    private static String badLine(String id) {
        return line(id).replace("\"amount\":1", "\"amount\":-1");
    }

    private Map<String, Integer> timesOnTopic(String cluster, String topic) throws IOException {
        var times = new HashMap<String, Integer>();
        topics.read(cluster, topic, run).forEach(record -> times.merge(record.key(), 1, Integer::sum));
        return times;
    }

    /** The ids of the products that a search finds. */
    private Set<String> inSearchWith(String prefix) throws IOException, InterruptedException {
        var ids = new TreeSet<String>();
        apis.elasticsearch(
                        "products",
                        "{\"size\":" + MOST_IN_AN_ANSWER + ",\"_source\":false,\"query\":{\"prefix\":{\"product_id\":\""
                                + prefix + "\"}}}")
                .at("/hits/hits")
                .forEach(hit -> ids.add(hit.path("_id").asText()));
        return ids;
    }

    private CompletableFuture<Void> killAndStart(String part) {
        return meanwhile(() -> {
            marketplace.must("kill", part);
            marketplace.must("start", part);
        });
    }

    private static CompletableFuture<Void> meanwhile(Attempt attempt) {
        return CompletableFuture.runAsync(() -> unchecked(attempt), each -> new Thread(each).start());
    }

    private static void unchecked(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Attempt {
        void run() throws IOException, InterruptedException;
    }
}
