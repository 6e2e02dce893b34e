package marketplace.indexer;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elasticsearch as a test looks at it. */
final class Index {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    Index(final String url) {
        this.url = url;
    }

    /** A document by its id, through an alias over one index or many. */
    Optional<JsonNode> document(final String alias, final String id) {
        post("/" + alias + "/_refresh", "");
        final JsonNode hits = hits(alias, "{\"version\":true,\"query\":{\"ids\":{\"values\":[\"" + id + "\"]}}}");
        return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(0));
    }

    /** How many documents have a term. */
    long count(final String alias, final String field, final String term) {
        post("/" + alias + "/_refresh", "");
        return post("/" + alias + "/_count", "{\"query\":{\"term\":{\"" + field + "\":\"" + term + "\"}}}")
                .path("count")
                .asLong();
    }

    private JsonNode hits(final String alias, final String search) {
        return post("/" + alias + "/_search", search).at("/hits/hits");
    }

    /** The indexes behind an alias; none if there is no such alias. */
    List<String> behind(final String alias) {
        final HttpResponse<String> answer = ask("GET", "/_alias/" + alias, "");
        return answer.statusCode() == NOT_FOUND ? List.of() : fieldNames(json(answer));
    }

    /** All indexes whose names begin so. */
    List<String> named(final String beginning) {
        return fieldNames(send("GET", "/" + URLEncoder.encode(beginning, StandardCharsets.UTF_8) + "*", ""));
    }

    private static List<String> fieldNames(final JsonNode object) {
        final List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode post(final String path, final String json) {
        return send("POST", path, json);
    }

    /** What is answered, which is no error. */
    JsonNode send(final String method, final String path, final String json) {
        return json(ask(method, path, json));
    }

    private HttpResponse<String> ask(final String method, final String path, final String json) {
        final HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new IllegalStateException("Elasticsearch did not answer", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(final HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (final IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
