package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import marketplace.testing.SlowClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send a part of what they have to say, or nothing, are bounded in number, and do not stay. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class SlowClientsIT {
    private static final int CROWD = 200;
    private static final int CONNECTIONS = 50;
    private static final int UPLOADS = 10;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String EVENT = "{\"kind\":\"view\",\"client_id\":\"c\",\"product_id\":\"p\"}";

    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        client = ClientApi.on(
                engines,
                Map.of(
                        "elasticsearch.http-hosts", "http://127.0.0.1:1",
                        "search.warm-up", "0s",
                        "connections.most", CONNECTIONS,
                        "uploads.most", UPLOADS,
                        "micronaut.server.idle-timeout", "3s"));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void who_says_nothing_is_sent_away() throws IOException {
        assertSentAway(SlowClients.NOTHING, CONNECTIONS);
    }

    @Test
    void who_sends_half_a_head_is_sent_away() throws IOException {
        assertSentAway(SlowClients.halfAHead("/events"), CONNECTIONS);
    }

    @Test
    void who_sends_a_part_of_his_events_is_sent_away() throws IOException {
        assertSentAway(SlowClients.partOfAnUpload("/events"), UPLOADS);
    }

    private static void assertSentAway(final String beginning, final int most) throws IOException {
        try (SlowClients crowd = SlowClients.come(CROWD, URI.create(client.url()), beginning)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(crowd.look().open()).isLessThanOrEqualTo(most));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(crowd.look().open()).isZero());
            assertThat(client.postJson("/events", EVENT).body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        }
    }
}
