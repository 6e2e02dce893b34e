package marketplace.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines, spoken to over HTTP. */
final class ClientApi extends HttpApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;

    private ClientApi(final Service service) {
        super(service.url());
        this.service = service;
    }

    static ClientApi on(final RunningEngines engines, final Map<String, Object> settings) {
        final Map<String, Object> all = engines.serviceSettings(Cluster.PRIMARY, "client-api");
        all.putAll(settings);
        return new ClientApi(Service.start(Application.class, all));
    }

    /** Searches, with more parameters by name and value; it must be answered. */
    JsonNode search(final String words, final String... parameters) {
        return json(get(query("/product_info", "product_name", words, parameters)));
    }

    /** The ids of the products that a search finds, in their order. */
    List<String> find(final String words, final String... parameters) {
        return ids(search(words, parameters));
    }

    static List<String> ids(final JsonNode page) {
        return StreamSupport.stream(page.get("products").spliterator(), false)
                .map(product -> product.get("product_id").textValue())
                .toList();
    }

    static JsonNode json(final HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }

    static JsonNode tree(final String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    static String query(final String path, final String name, final String value, final String... more) {
        final StringBuilder query = new StringBuilder(path).append('?').append(pair(name, value));
        for (int at = 0; at < more.length; at += 2) {
            query.append('&').append(pair(more[at], more[at + 1]));
        }
        return query.toString();
    }

    private static String pair(final String name, final String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> postJson(final String path, final String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    /** What a metric says now. */
    double metric(final String name) {
        return get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.summingDouble(Double::parseDouble));
    }

    @Override
    public void close() {
        service.close();
    }
}
