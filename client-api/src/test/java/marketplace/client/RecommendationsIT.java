package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketplace.events.Product;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a client is shown of what the job recommended. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class RecommendationsIT {
    private static final Instant COMPUTED = Instant.parse("2026-11-21T10:00:00Z");

    private static RunningEngines engines;
    private static ProductIndexes products;
    private static ContractIndex index;
    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines running) {
        engines = running;
        final List<Product> goods = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            goods.add(Goods.product("p" + i, "Лампа " + i)
                    .setPrice(Goods.price("1299.50"))
                    .build());
        }
        products = ProductIndexes.with(engines.elasticsearchUrl(), goods);
        index = new ContractIndex(engines.elasticsearchUrl(), "recommendations");
        index.create();
        index.put(Map.of(
                "*", recommended("*", "сейчас популярно", "p4", "p5"),
                "anna", recommended("anna", "вместе смотрят", "p1", "banned", "p2", "p3"),
                "unlucky", recommended("unlucky", "вместе смотрят", "banned")));
        client = ClientApi.on(engines, settings(index.name()));
    }

    private static Map<String, Object> settings(final String recommendations) {
        final Map<String, Object> settings = new HashMap<>(products.settings());
        settings.put("recommendations.index", recommendations);
        return settings;
    }

    private static Recommendations recommended(final String client, final String reason, final String... ids) {
        final List<RecommendedProduct> items = new ArrayList<>();
        for (final String id : ids) {
            items.add(new RecommendedProduct(id, items.size() + 1, 1.0 / (items.size() + 1), reason));
        }
        return new Recommendations(client, "run-1", COMPUTED, items);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void the_best_come_first_with_name_price_score_and_reason() {
        final JsonNode answer = recommendations("anna");

        assertThat(answer.get("personal").booleanValue()).isTrue();
        assertThat(answer.get("run_id").textValue()).isEqualTo("run-1");
        assertThat(answer.get("computed_at").textValue()).isEqualTo("2026-11-21T10:00:00Z");
        final JsonNode best = answer.get("products").get(0);
        assertThat(best.toString())
                .isEqualTo("{\"rank\":1,\"product_id\":\"p1\",\"name\":\"Лампа 1\",\"brand\":\"Заря\","
                        + "\"price\":{\"amount\":1299.5,\"currency\":\"RUB\"},\"score\":1.0,"
                        + "\"reason\":\"вместе смотрят\"}");
    }

    @Test
    void a_product_that_was_banned_since_is_left_out_and_the_others_close_up() {
        final JsonNode answer = recommendations("anna");

        assertThat(ClientApi.ids(answer)).containsExactly("p1", "p2", "p3");
        assertThat(answer.get("products").findValuesAsText("rank")).containsExactly("1", "2", "3");
    }

    @Test
    void a_client_nobody_knows_gets_what_is_trending() {
        final JsonNode answer = recommendations("nobody-" + COMPUTED);

        assertThat(answer.get("personal").booleanValue()).isFalse();
        assertThat(ClientApi.ids(answer)).containsExactly("p4", "p5");
        assertThat(answer.get("products").get(0).get("reason").textValue()).isEqualTo("сейчас популярно");
    }

    @Test
    void who_is_left_without_any_gets_what_is_trending() {
        assertThat(ClientApi.ids(recommendations("unlucky"))).containsExactly("p4", "p5");
    }

    @Test
    void the_name_of_everybody_is_no_client() {
        assertThat(recommendations("*").get("personal").booleanValue()).isFalse();
    }

    @Test
    void there_are_no_more_than_asked_for() {
        assertThat(ClientApi.ids(recommendations("anna", "limit", "2"))).containsExactly("p1", "p2");
    }

    @Test
    void before_the_first_run_there_is_nothing_and_no_failure() {
        try (ClientApi early = ClientApi.on(engines, settings("no-such-index"))) {
            final JsonNode answer = ClientApi.json(early.get("/recommendations?client_id=anna"));

            assertThat(answer.get("products")).isEmpty();
            assertThat(answer.has("run_id")).isFalse();
        }
    }

    @Test
    void what_is_wrong_with_a_request_is_named() {
        assertThat(client.get("/recommendations").statusCode()).isEqualTo(422);
        assertThat(client.get("/recommendations?client_id=%20").body()).contains("\"field\":\"client_id\"");
        assertThat(client.get("/recommendations?client_id=" + "a".repeat(101)).statusCode())
                .isEqualTo(422);
        assertThat(client.get("/recommendations?client_id=a&limit=0").body()).contains("\"field\":\"limit\"");
    }

    @Test
    void without_elasticsearch_it_says_so_and_when_to_come_again() {
        try (ClientApi alone = ClientApi.on(engines, Map.of("elasticsearch.http-hosts", "http://127.0.0.1:1"))) {
            final HttpResponse<String> answer = alone.get("/recommendations?client_id=anna");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("Recommendations cannot be looked up now.");
        }
    }

    private static JsonNode recommendations(final String clientId, final String... parameters) {
        return ClientApi.json(client.get(ClientApi.query("/recommendations", "client_id", clientId, parameters)));
    }
}
