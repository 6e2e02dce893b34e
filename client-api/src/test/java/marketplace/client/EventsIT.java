package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.Gzip;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients do is on its topic when the answer says so. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class EventsIT {
    private static ClientApi client;
    private static TopicLog<ClientEvent> log;

    private final String who = "client-" + UUID.randomUUID();

    @BeforeAll
    static void start(final RunningEngines engines) {
        client = ClientApi.on(engines, Map.of("elasticsearch.http-hosts", "http://127.0.0.1:1"));
        log = new TopicLog<>(engines, Topics.CLIENT_EVENTS);
    }

    @AfterAll
    static void stop() {
        client.close();
        log.close();
    }

    @Test
    void one_event_is_taken_under_its_client() {
        final double before = client.metric("marketplace_client_events_accepted_total");

        assertThat(client.postJson(
                                "/events", event("purchase", ",\"query_id\":\"q-1\",\"at\":\"2026-01-02T03:04:05Z\""))
                        .body())
                .isEqualTo("{\"accepted\":1,\"rejected\":[]}");

        final ConsumerRecord<String, ClientEvent> record = log.waitFor(this::isMine);
        assertThat(record.key()).isEqualTo(who);
        assertThat(record.value().getKind()).isEqualTo(ClientEventKind.PURCHASE);
        assertThat(record.value().getProductId()).isEqualTo("3");
        assertThat(record.value().getQueryId()).isEqualTo("q-1");
        assertThat(record.value().getAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(client.metric("marketplace_client_events_accepted_total")).isEqualTo(before + 1);
    }

    @Test
    void the_same_event_sent_twice_has_one_id() {
        final String event = event("view", ",\"at\":\"2026-01-02T03:04:05Z\"");

        client.postJson("/events", "[" + event + "," + event + "]");
        client.postJson("/events", event("cart", ""));

        log.waitFor(one -> isMine(one) && one.getKind() == ClientEventKind.CART);
        final List<String> ids = log.find(one -> isMine(one) && one.getKind() == ClientEventKind.VIEW).stream()
                .map(record -> record.value().getEventId())
                .toList();
        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
    }

    @Test
    void lines_are_taken_and_a_bad_one_does_not_hold_up_its_neighbours() {
        final String lines = event("view", "") + "\nnonsense\n" + event("like", "") + "\n\n" + event("cart", "") + "\n";

        final HttpResponse<String> answer =
                client.post("/events", "application/x-ndjson", BodyPublishers.ofString(lines));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accepted\":2", "\"line\":2", "{\"line\":3,\"errors\":[{\"field\":\"kind\"");
    }

    @Test
    void gzip_is_understood() {
        final HttpResponse<String> answer = client.send(client.request("/events")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Gzip.of("[" + event("view", "") + "]"))));

        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    }

    @Test
    void what_is_wrong_with_a_request_is_a_problem() {
        assertThat(client.postJson("/events", event("like", "")).statusCode()).isEqualTo(422);
        assertThat(client.postJson("/events", "[{},").statusCode()).isEqualTo(400);
        assertThat(client.postJson("/events", "").statusCode()).isEqualTo(400);
        assertThat(client.post("/events", "text/csv", BodyPublishers.ofString("1;2"))
                        .statusCode())
                .isEqualTo(415);
    }

    private boolean isMine(final ClientEvent event) {
        return event.getClientId().equals(who);
    }

    private String event(final String kind, final String more) {
        return "{\"kind\":\"" + kind + "\",\"client_id\":\"" + who + "\",\"product_id\":\"3\"" + more + "}";
    }
}
