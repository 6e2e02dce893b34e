package marketplace.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What watches over a platform: its metrics, its alerts, its mail. */
final class Watch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Marketplace marketplace;

    Watch(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** What a query answers now: each series with its value. */
    List<JsonNode> query(String expression) throws IOException {
        var answer = read(9060, "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return list(answer.path("data").path("result"));
    }

    /** The only number that a query answers; NaN if it answers none. */
    double number(String expression) throws IOException {
        var series = query(expression);
        return series.size() == 1 ? series.get(0).path("value").path(1).asDouble() : Double.NaN;
    }

    /** The names of all alerts that fire or are about to. */
    List<String> alerts() throws IOException {
        return list(read(9060, "/api/v1/alerts").path("data").path("alerts")).stream()
                .map(alert -> alert.path("labels").path("alertname").asText() + " "
                        + alert.path("labels").path("instance").asText() + " "
                        + alert.path("state").asText())
                .toList();
    }

    /** The mail that came so far, the oldest first. */
    List<JsonNode> mails() throws IOException {
        return list(read(8025, "/mails"));
    }

    private JsonNode read(int port, String path) throws IOException {
        var address = URI.create("http://127.0.0.1:" + marketplace.port(port) + path);
        try (var body = address.toURL().openStream()) {
            return JSON.readTree(body);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }
}
