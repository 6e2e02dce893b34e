package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import marketplace.events.SearchEvent;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;

/** The search cannot be asked: that is said in bounded time, and recorded; the rest goes on. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class ElasticsearchDownIT {
    /** Five seconds for Elasticsearch, and some for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final RunningEngines engines;
    private final String words = "лампа " + UUID.randomUUID();

    ElasticsearchDownIT(final RunningEngines engines) {
        this.engines = engines;
    }

    @Test
    void nobody_listens() {
        // Without a warm-up, which would be DOWN as well: it is Elasticsearch that counts here.
        try (ClientApi client = ClientApi.on(
                engines, Map.of("elasticsearch.http-hosts", "http://127.0.0.1:1", "search.warm-up", "0s"))) {
            assertUnavailable(client);
            assertRecordedAsUnanswered();
            final HttpResponse<String> readiness = client.get("/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(ClientApi.tree(readiness.body())
                            .at("/details/elasticsearch/status")
                            .asText())
                    .isEqualTo("DOWN");
            assertThat(client.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(client.postJson("/events", "{\"kind\":\"view\",\"client_id\":\"c\",\"product_id\":\"p\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void somebody_listens_and_never_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                ClientApi client = ClientApi.on(
                        engines, Map.of("elasticsearch.http-hosts", "http://127.0.0.1:" + silent.getLocalPort()))) {
            assertUnavailable(client);
            assertRecordedAsUnanswered();
        }
    }

    @Test
    void elasticsearch_is_waited_for_as_long_as_is_set() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                ClientApi client = behind(silent, "4s", 32)) {
            final long begin = System.nanoTime();
            final HttpResponse<String> answer = client.get(ClientApi.query("/suggest", "prefix", "лам"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(4), SOON);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The search takes too long now.");
        }
    }

    @Test
    void who_has_no_place_is_told_so_at_once() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                ClientApi client = behind(silent, "20s", 1)) {
            final CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> client.get(ClientApi.query("/suggest", "prefix", "лам")));
            try (Socket asked = silent.accept()) {
                assertThat(firstLine(asked)).contains("_search");

                assertUnavailable(client);
                assertThat(client.get(ClientApi.query("/suggest", "prefix", "лам"))
                                .body())
                        .contains("Too many people search now.");
                assertRecordedAsUnanswered();
                assertThat(first).isNotDone();
            }
        }
    }

    @Test
    void there_is_no_index_yet() {
        final ProductIndexes index = new ProductIndexes(engines.elasticsearchUrl());
        final Map<String, Object> settings = new HashMap<>(index.settings());
        // It would wait for the index for a while before it is ready.
        settings.put("search.warm-up", "0s");
        try (ClientApi client = ClientApi.on(engines, settings)) {
            assertUnavailable(client);
            assertRecordedAsUnanswered();
            assertThat(client.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(client.get("/health").body()).contains("\"index\":\"missing\"");

            index.create();

            assertThat(client.search(words).get("total").longValue()).isZero();
        }
    }

    /** Asks somebody who listens and never answers. */
    private ClientApi behind(final ServerSocket silent, final String patience, final int most) {
        return ClientApi.on(
                engines,
                Map.of(
                        "elasticsearch.http-hosts",
                        "http://127.0.0.1:" + silent.getLocalPort(),
                        "search.patience",
                        patience,
                        "search.warm-up",
                        "0s",
                        "search.most",
                        most));
    }

    private static String firstLine(final Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private void assertUnavailable(final ClientApi client) {
        final double before = client.metric("marketplace_searches_zero_hits_total");
        for (final String path : new String[] {
            ClientApi.query("/product_info", "product_name", words), ClientApi.query("/suggest", "prefix", "лам")
        }) {
            final long begin = System.nanoTime();
            final HttpResponse<String> answer = client.get(path);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception", "127.0.0.1");
        }
        assertThat(client.metric("marketplace_searches_zero_hits_total")).isEqualTo(before);
        assertThat(client.metric("marketplace_searches_unanswered_total")).isPositive();
    }

    private void assertRecordedAsUnanswered() {
        try (TopicLog<SearchEvent> log = new TopicLog<>(engines, Topics.SEARCH_PRODUCTS)) {
            assertThat(log.waitFor(event -> event.getText().equals(words))
                            .value()
                            .getHits())
                    .isEqualTo(-1);
        }
    }
}
