package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No broker answers: searching goes on, and what cannot be recorded is counted. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class KafkaDownIT {
    private static final int ROOM = 5;
    private static final String EVENT = "{\"kind\":\"view\",\"client_id\":\"c\",\"product_id\":\"p\"}";

    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        final Map<String, Object> settings =
                new HashMap<>(ProductIndexes.with(engines.elasticsearchUrl(), List.of(Goods.named("k-1", "Лампа")))
                        .settings());
        settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
        settings.put("kafka.max.block.ms", "1000");
        settings.put("search.events.most", ROOM);
        settings.put("search.events.last-patience", "1s");
        client = ClientApi.on(engines, settings);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void searching_goes_on_and_what_has_no_room_is_counted_and_told() {
        for (int i = 0; i < 50; i++) {
            assertThat(client.find("лампа")).containsExactly("k-1");
        }

        assertThat(client.metric("marketplace_search_events_dropped_total")).isBetween(50.0 - 2 * ROOM, 50.0 - ROOM);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.get("/health").body()).contains("DEGRADED", "\"dropped\":4"));
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        assertThat(client.get("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void kafka_is_told_of_and_does_not_count_against_readiness() {
        final long begin = System.nanoTime();
        final HttpResponse<String> readiness = client.get("/health/readiness");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).contains("\"kafka\"", "DEGRADED").doesNotContain("DOWN");
    }

    @Test
    void an_event_is_not_accepted() {
        final HttpResponse<String> answer = client.postJson("/events", EVENT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"accepted\":0");
    }
}
