package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to the platform's APIs as shops and moderators do. */
final class Apis {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Marketplace marketplace;

    Apis(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** Publishes lines of NDJSON. */
    HttpResponse<String> publish(String lines) throws IOException, InterruptedException {
        return send(
                shop("/products").header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    /** Publishes lines of NDJSON as they come. */
    HttpResponse<String> publish(InputStream lines) throws IOException, InterruptedException {
        return send(shop("/products")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> lines)));
    }

    void ban(String productId, String reason) throws IOException, InterruptedException {
        var path = "/ban_products?product_id=" + encoded(productId) + "&reason=" + encoded(reason);
        assertThat(accepted(send(shop(path).POST(BodyPublishers.noBody())))).isEqualTo(1);
    }

    /** What Elasticsearch answers to a search in an index. */
    JsonNode elasticsearch(String index, String query) throws IOException, InterruptedException {
        var answer = send(at(9200, "/" + index + "/_search")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(query)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** A request to shop-api. */
    HttpRequest.Builder shop(String path) {
        return at(8085, path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static int accepted(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("accepted").asInt();
    }

    private HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + marketplace.port(port) + path))
                .timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
