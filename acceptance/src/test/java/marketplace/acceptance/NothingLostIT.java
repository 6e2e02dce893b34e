package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever process dies while shops publish, each product that was accepted is in the search, and no bad one is. Shops
 * do as real ones would: what was not acknowledged they send again.
 */
@ExtendWith(RunningPlatform.class)
class NothingLostIT {
    private static final int BATCHES = 220;
    private static final int BATCH = 25;
    private static final int A_BATCH_EVERY_MS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
                10, "shop-api",
                40, "stream-processing",
                70, "mirror-maker",
                100, "search-indexer",
                130, "elasticsearch",
                160, "kafka-1",
                190, "target-kafka-1");
        var restarts = new ArrayList<CompletableFuture<Void>>();
        for (int batch = 0; batch < BATCHES; batch++) {
            if (deaths.containsKey(batch)) {
                restarts.add(killAndStart(deaths.get(batch)));
            }
            publishUntilAccepted(batch);
            // The pace of the traffic, so that parts die while it flows.
            Thread.sleep(A_BATCH_EVERY_MS);
        }
        restarts.forEach(CompletableFuture::join);

        var accepted = ids();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indexed()).as("in the search").isEqualTo(accepted.size()));
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
        var lines = new StringBuilder();
        for (int number = 0; number < 2_000; number++) {
            lines.append(line(run + "many-" + number));
        }
        lines.append(line(before)).append(line(during)).append(line(after)).append(line(run + "free"));
        var banning = meanwhile(() -> apis.ban(during, "во время"));
        assertThat(Apis.accepted(apis.publish(lines.toString()))).isEqualTo(2_004);
        banning.join();
        apis.ban(after, "после");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(inSearch(run + "free")).isTrue();
            assertThat(inSearch(run + "many-1999")).isTrue();
            assertThat(List.of(inSearch(before), inSearch(during), inSearch(after)))
                    .containsOnly(false);
        });
    }

    private void publishUntilAccepted(int batch) throws IOException, InterruptedException {
        var lines = ids(batch).stream().map(NothingLostIT::line).collect(Collectors.joining());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var answer = apis.publish(lines);
            return answer.statusCode() == 200 && Apis.accepted(answer) == BATCH;
        });
    }

    private Set<String> ids() {
        var all = new TreeSet<String>();
        for (int batch = 0; batch < BATCHES; batch++) {
            all.addAll(ids(batch));
        }
        return all;
    }

    private Set<String> ids(int batch) {
        var ids = new LinkedHashSet<String>();
        for (int number = 0; number < BATCH; number++) {
            ids.add(run + (batch * BATCH + number));
        }
        return ids;
    }

    private static String line(String id) {
        return "{\"product_id\":\"" + id + "\",\"name\":\"Товар\",\"price\":{\"amount\":1,\"currency\":\"RUB\"},"
                + "\"category\":\"Проверка\",\"brand\":\"Проверка\",\"stock\":{\"available\":1,\"reserved\":0},"
                + "\"sku\":\"1\",\"store_id\":\"store-1\"}\n";
    }

    private Map<String, Integer> timesOnTopic(String cluster, String topic) throws IOException {
        var times = new HashMap<String, Integer>();
        topics.read(cluster, topic, run).forEach(record -> times.merge(record.key(), 1, Integer::sum));
        return times;
    }

    private long indexed() throws IOException, InterruptedException {
        return apis.elasticsearch(
                        "products",
                        "{\"size\":0,\"track_total_hits\":true,\"query\":{\"prefix\":{\"product_id\":\"" + run
                                + "\"}}}")
                .at("/hits/total/value")
                .asLong();
    }

    private boolean inSearch(String id) throws IOException, InterruptedException {
        return apis.elasticsearch("products", "{\"query\":{\"term\":{\"product_id\":\"" + id + "\"}}}")
                        .at("/hits/total/value")
                        .asLong()
                == 1;
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
