package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to the platform's APIs as the shops, moderators and clients of the marketplace do. */
final class Apis {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Marketplace marketplace;

    Apis(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** Publishes the sample catalogue, and answers how many were accepted. */
    int publishSamples() throws IOException, InterruptedException {
        var answer = send(shop("/products").POST(BodyPublishers.noBody()));
        return accepted(answer);
    }

    /** Publishes lines of NDJSON. */
    HttpResponse<String> publish(String lines) throws IOException, InterruptedException {
        return send(
                shop("/products").header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    void ban(String productId, String reason) throws IOException, InterruptedException {
        var path = "/ban_products?product_id=" + encoded(productId) + "&reason=" + encoded(reason);
        assertThat(accepted(send(shop(path).POST(BodyPublishers.noBody())))).isEqualTo(1);
    }

    void liftBan(String productId) throws IOException, InterruptedException {
        var path = "/ban_products?product_id=" + encoded(productId);
        assertThat(accepted(send(shop(path).DELETE()))).isEqualTo(1);
    }

    /** What a client finds. */
    JsonNode search(String text, String clientId) throws IOException, InterruptedException {
        var answer = send(client("/product_info?product_name=" + encoded(text) + "&client_id=" + encoded(clientId)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What Elasticsearch answers to a search in an index. */
    JsonNode elasticsearch(String index, String query) throws IOException, InterruptedException {
        var answer = send(at(9200, "/" + index + "/_search")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(query)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Brings everything that stands on the topics now into the tables of the data lake; the run, when it is done. */
    JsonNode exportAll() throws IOException, InterruptedException {
        var answer = send(at(8087, "/data?wait=true").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What is in the tables of the data lake. */
    JsonNode tables() throws IOException, InterruptedException {
        var answer = send(at(8087, "/data/tables"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Makes everybody's recommendations, and measures how good they are; the run, as soon as it answers. */
    JsonNode recommend() throws IOException, InterruptedException {
        var answer = send(at(8087, "/recommendations?evaluate=true").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body());
    }

    /** How a run of the recommendations goes. */
    JsonNode recommendationRun(String runId) throws IOException, InterruptedException {
        return JSON.readTree(
                send(at(8087, "/recommendations/runs/" + encoded(runId))).body());
    }

    /** What is recommended to a client. */
    JsonNode recommendations(String clientId) throws IOException, InterruptedException {
        var answer = send(client("/recommendations?client_id=" + encoded(clientId)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** A client did something with a product. */
    void tell(String kind, String clientId, String productId) throws IOException, InterruptedException {
        var body =
                "{\"kind\":\"" + kind + "\",\"client_id\":\"" + clientId + "\",\"product_id\":\"" + productId + "\"}";
        var answer = send(client("/events")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + body + "]")));
        assertThat(accepted(answer)).isEqualTo(1);
    }

    /** A request to shop-api. */
    HttpRequest.Builder shop(String path) {
        return at(8085, path);
    }

    /** A request to client-api. */
    HttpRequest.Builder client(String path) {
        return at(8086, path);
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
