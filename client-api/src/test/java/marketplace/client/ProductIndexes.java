package marketplace.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.schemas.json.AvroJson;

/** An index of products as the contract has it, of one test class alone, filled without the rest of the platform. */
final class ProductIndexes {
    private final String elasticsearch;
    private final String name = "test-client-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    ProductIndexes(final String elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Makes it, with these products. */
    static ProductIndexes with(final String elasticsearch, final List<Product> products) {
        final ProductIndexes made = new ProductIndexes(elasticsearch);
        made.create();
        made.put(products);
        return made;
    }

    /** What a service has to be told, to search there. */
    Map<String, Object> settings() {
        return Map.of("elasticsearch.http-hosts", elasticsearch, "search.index", name);
    }

    void create() {
        send("PUT", "", "application/json", contract());
    }

    void delete() {
        send("DELETE", "", "application/json", new byte[0]);
    }

    void remove(final String id) {
        send("DELETE", "/_doc/" + id + "?refresh=true", "application/json", new byte[0]);
    }

    void put(final List<Product> products) {
        final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (final Product product : products) {
            lines.writeBytes(
                    ("{\"index\":{\"_id\":\"" + product.getProductId() + "\"}}\n").getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(AvroJson.toBytes(product));
            lines.write('\n');
        }
        final String answer = send("POST", "/_bulk?refresh=true", "application/x-ndjson", lines.toByteArray());
        if (!answer.contains("\"errors\":false")) {
            throw new AssertionError(answer);
        }
    }

    private static byte[] contract() {
        try (InputStream file = Topics.class.getResourceAsStream("/indexes/products.json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(final String method, final String path, final String type, final byte[] body) {
        try {
            final HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(elasticsearch + "/" + name + path))
                            .header("Content-Type", type)
                            .method(method, BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
