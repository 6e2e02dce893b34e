package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The marketplace as a person goes through it: publish, search, ban, publish again. */
@ExtendWith(RunningPlatform.class)
@TestMethodOrder(OrderAnnotation.class)
class StoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SPARK_TAKES_AT_MOST = Duration.ofMinutes(4);

    private static final String ANNA = "anna-" + UUID.randomUUID();

    private final Marketplace marketplace;
    private final Apis apis;
    private final TopicReader topics;

    StoryIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.apis = new Apis(marketplace);
        this.topics = new TopicReader(marketplace);
    }

    @Test
    @Order(1)
    void five_samples_are_published_and_stand_on_both_clusters() throws Exception {
        assertThat(apis.publishSamples()).isEqualTo(5);

        for (String id : List.of("1", "2", "3", "4", "5")) {
            await().atMost(PATIENCE).until(() -> isOn("primary", "products", id) && isOn("target", "products", id));
        }
    }

    @Test
    @Order(2)
    void a_client_finds_the_keyboard_in_any_form_of_the_word_and_the_search_is_recorded_everywhere() throws Exception {
        for (String words : List.of("клавиатура", "клавиатуры", "КЛАВИАТУРУ", "клавиотура")) {
            awaitFound(words, "3");
        }

        var clientId = "client-" + UUID.randomUUID();
        var answer = apis.search("клавиатура", clientId);
        var queryId = answer.path("query_id").asText();
        assertThat(queryId).isNotBlank();
        await().atMost(PATIENCE)
                .until(() -> isOn("primary", "search-products", queryId) && isOn("target", "search-products", queryId));
        await().atMost(PATIENCE).until(() -> hits("search-products", "client_id", clientId) == 1);
    }

    @Test
    @Order(3)
    void what_happened_is_in_the_tables_of_the_lake_when_the_run_is_done() throws Exception {
        var run = apis.exportAll();

        assertThat(run.path("state").asText()).isEqualTo("done");
        assertThat(run.path("topics").findValuesAsText("topic"))
                .containsExactlyInAnyOrder("allowed-products", "search-products", "client-events");
        assertThat(run.findValuesAsText("lag")).containsOnly("0");
        for (JsonNode table : apis.tables()) {
            if (!table.path("topic").asText().equals("client-events")) {
                assertThat(table.path("rows").asLong())
                        .as(table.path("table").asText())
                        .isPositive();
            }
        }
    }

    @Test
    @Order(4)
    void what_clients_did_comes_back_as_recommendations_without_what_they_bought() throws Exception {
        apis.tell("purchase", ANNA, "5");
        apis.tell("view", ANNA, "3");
        for (int other = 0; other < 5; other++) {
            apis.tell("view", ANNA + other, "3");
            apis.tell("cart", ANNA + other, "1");
        }
        await().atMost(PATIENCE)
                .until(() -> topics.read("target", "client-events", ANNA).size() >= 12);
        apis.exportAll();

        var runId = apis.recommend().path("run_id").asText();
        await().atMost(SPARK_TAKES_AT_MOST)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        !apis.recommendationRun(runId).path("state").asText().equals("running"));
        var run = apis.recommendationRun(runId);
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("done");
        assertThat(run.at("/result/published").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(run.at("/result/quality/model/recall_at_10").isNumber())
                .as(run.toString())
                .isTrue();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var answer = apis.recommendations(ANNA);
            assertThat(answer.path("personal").asBoolean()).isTrue();
            assertThat(answer.path("run_id").asText()).isEqualTo(runId);
            assertThat(answer.path("products").findValuesAsText("product_id"))
                    .contains("1")
                    .doesNotContain("5", "3");
        });
        assertThat(apis.recommendations("somebody-new-" + runId).path("products"))
                .isNotEmpty();
    }

    @Test
    @Order(5)
    void banned_products_leave_the_search_and_do_not_come_back_when_they_are_published_again() throws Exception {
        for (String id : List.of("1", "2", "3", "4")) {
            apis.ban(id, "подделка");
        }
        awaitLost("клавиатура", "3");
        assertThat(apis.recommendations(ANNA).path("products").findValuesAsText("product_id"))
                .as("banned since the run")
                .doesNotContain("1", "2", "3", "4");

        assertThat(apis.publishSamples()).isEqualTo(5);
        awaitFound("лампа", "5");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sampleIds("лампа рюкзак наушники часы клавиатура"))
                .isSubsetOf("5"));
        assertThat(Files.readString(marketplace.data().resolve("logs").resolve("stream-processing.log")))
                .contains("product 3", "is banned (подделка) and was withdrawn", "product 5", "passed");
    }

    @Test
    @Order(6)
    void a_product_comes_back_when_its_ban_is_lifted() throws Exception {
        apis.liftBan("3");
        awaitFound("клавиатура", "3");
        for (String id : List.of("1", "2", "4")) {
            apis.liftBan(id);
        }
    }

    @Test
    @Order(7)
    void every_product_is_a_line_in_the_file() {
        var file = marketplace.data().resolve("files").resolve("products.out");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.contains("\"product_id\":\"3\""))
                .anyMatch(line -> line.contains("\"product_id\":\"5\"")));
    }

    private boolean isOn(String cluster, String topic, String key) throws IOException {
        return topics.read(cluster, topic, key).stream()
                .anyMatch(record -> record.key().equals(key));
    }

    private void awaitFound(String words, String id) {
        await(words + " finds " + id).atMost(PATIENCE).untilAsserted(() -> assertThat(sampleIds(words))
                .contains(id));
    }

    private void awaitLost(String words, String id) {
        await(words + " does not find " + id).atMost(PATIENCE).untilAsserted(() -> assertThat(sampleIds(words))
                .doesNotContain(id));
    }

    /** The samples among what is found; other tests publish, too. */
    private List<String> sampleIds(String words) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (JsonNode product : apis.search(words, "story").path("products")) {
            var id = product.path("product_id").asText();
            if (id.length() == 1) {
                ids.add(id);
            }
        }
        return ids;
    }

    private long hits(String index, String field, String value) throws IOException, InterruptedException {
        return apis.elasticsearch(index, "{\"query\":{\"term\":{\"" + field + "\":\"" + value + "\"}}}")
                .at("/hits/total/value")
                .asLong();
    }
}
