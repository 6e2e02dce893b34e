package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;
import marketplace.testing.SlowClients;
import org.junit.jupiter.api.Test;

/** The service as it is shipped, with the bounds and the heap that it has on the platform, and a crowd before it. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class SlowClientsIT {
    private static final int CROWD = 10_000;
    /** {@code UPLOADS_MOST} unless it is set. */
    private static final int UPLOADS = 2_000;
    /** {@code CONNECTIONS_MOST} unless it is set. */
    private static final int CONNECTIONS = 3_000;

    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void ten_thousand_slow_clients_keep_nobody_out(final RunningEngines engines) throws Exception {
        try (ShopApiProcess process = ShopApiProcess.start(engines, "-Xmx160m", "-XX:+ExitOnOutOfMemoryError")) {
            final HttpApi shop = new HttpApi(process.uri("").toString());
            try (SlowClients crowd =
                    SlowClients.come(CROWD, process.uri("/"), SlowClients.partOfAnUpload("/products"))) {
                await().atMost(SOON)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(crowd.look().open()).isBetween(1, UPLOADS));
                assertThat(crowd.refused()).as(crowd.toString()).isPositive();

                assertThat(shop.post("/products").body()).contains("\"accepted\":5");
                assertThat(shop.get("/ban_products").statusCode()).isEqualTo(200);
                final var upload = shop.post("/products", "application/json", BodyPublishers.ofString("[{}]"));
                assertThat(upload.statusCode()).isEqualTo(503);
                assertThat(upload.headers().firstValue("Retry-After")).isPresent();
                assertThat(crowd.look().open()).as("still there").isBetween(1, UPLOADS);
            }
            assertThat(shop.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    /** While they stay nobody else comes in: what is tried is that they cannot stay, and harm nothing. */
    @Test
    void who_does_not_say_what_he_wants_is_sent_away_in_the_end(final RunningEngines engines) throws Exception {
        try (ShopApiProcess process = ShopApiProcess.start(
                engines, "-Xmx160m", "-XX:+ExitOnOutOfMemoryError", "-Dmicronaut.server.idle-timeout=5s")) {
            final HttpApi shop = new HttpApi(process.uri("").toString());
            for (final String beginning : List.of(SlowClients.NOTHING, SlowClients.halfAHead("/products"))) {
                try (SlowClients crowd = SlowClients.come(CROWD, process.uri("/"), beginning)) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(crowd.look().open()).isLessThanOrEqualTo(CONNECTIONS));
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(crowd.look().open()).isZero());
                    assertThat(shop.post("/products").body()).contains("\"accepted\":5");
                }
            }
        }
    }
}
