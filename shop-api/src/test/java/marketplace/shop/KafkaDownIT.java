package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No broker answers: nothing is accepted, and that is said in bounded time. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class KafkaDownIT {
    private static ShopApi shop;

    @BeforeAll
    static void start(final RunningEngines engines) {
        shop = ShopApi.on(engines, Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "kafka.max.block.ms", "1000"));
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void a_product_is_not_accepted() {
        assertUnavailable(shop.post("/products"));
        assertThat(shop.post("/products").body())
                .contains("\"accepted\":0", "what is stored already is stored twice then")
                .doesNotContain("nothing is doubled");
    }

    @Test
    void bans_are_not_listed_as_if_there_were_none() {
        assertUnavailable(shop.get("/ban_products"));
    }

    @Test
    void readiness_says_so_and_liveness_does_not() {
        final HttpResponse<String> readiness = shop.get("/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"kafka\"", "DOWN");
        assertThat(shop.get("/health/liveness").statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(final HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
