package marketplace.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Outcome;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are refused as a whole, by a server that does what it is told. */
final class ElasticsearchStoreTest {
    private static final String LARGE = "\"size\":\"large\"";

    private HttpServer server;
    private ElasticsearchClient client;
    private ElasticsearchStore store;
    private Refusal refusal = body -> 200;

    /** The status that a request gets. */
    private interface Refusal {
        int status(String body);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        final HttpHost host = new HttpHost(
                InetAddress.getLoopbackAddress(), server.getAddress().getPort());
        client = new ElasticsearchClient(
                new RestClientTransport(RestClient.builder(host).build(), new JacksonJsonpMapper()));
        store = new ElasticsearchStore(client, Target.index("products-v1-0"));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void a_document_that_is_too_large_for_a_request_is_found_and_refused_alone() throws StoreUnavailableException {
        refusal = body -> body.contains(LARGE) ? 413 : 200;

        assertThat(store.write(List.of(put("1", "{}"), put("2", "{}"), put("3", "{" + LARGE + "}"), put("4", "{}"))))
                .hasExactlyElementsOfTypes(
                        Outcome.Stored.class, Outcome.Stored.class, Outcome.Refused.class, Outcome.Stored.class);
    }

    @Test
    void documents_that_are_too_many_for_one_request_go_in_several() throws StoreUnavailableException {
        refusal = body -> body.lines().count() > 2 ? 413 : 200;

        assertThat(store.write(List.of(put("1", "{}"), put("2", "{}"), put("3", "{}"))))
                .hasOnlyElementsOfType(Outcome.Stored.class)
                .hasSize(3);
    }

    @Test
    void a_request_that_is_not_understood_is_no_fault_of_its_documents() {
        refusal = body -> 400;

        assertThatThrownBy(() -> store.write(List.of(put("1", "{}"))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("media_type_header_exception");
    }

    private static Change put(final String id, final String json) {
        return new Change.Put(Shelf.of("products"), id, 1, json.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(final HttpExchange exchange) throws IOException {
        final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final int status = refusal.status(body);
        final String json = status == 200
                ? "{\"took\":1,\"errors\":false,\"items\":["
                        + items(body.lines().count() / 2) + "]}"
                : "{\"error\":{\"type\":\"media_type_header_exception\",\"reason\":\"no\"},\"status\":" + status + "}";
        final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String items(final long count) {
        return Stream.generate(() -> "{\"index\":{\"_index\":\"products-v1-0\",\"_id\":\"1\",\"status\":201}}")
                .limit(count)
                .collect(Collectors.joining(","));
    }
}
