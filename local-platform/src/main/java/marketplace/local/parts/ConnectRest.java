package marketplace.local.parts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Kafka Connect's REST interface. */
final class ConnectRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BETWEEN_TRIES_MILLIS = 250;

    private final String url;

    ConnectRest(String url) {
        this.url = url;
    }

    /** Connect took no notice of what it was asked, and will not if it is asked again. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Where a connector is looked at. */
    String address(String connector) {
        return url + "/connectors/" + connector;
    }

    /** How a connector is set, as it was put; nothing if there is none of that name. */
    Optional<Map<String, String>> config(String connector) throws IOException, InterruptedException {
        var answer = patiently("GET", address(connector) + "/config", "");
        if (answer.status() == HttpURLConnection.HTTP_NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(mustSucceed(connector, answer).body(), SETTINGS));
    }

    /** Makes a connector, or sets it anew. */
    void put(String connector, Map<String, String> config) throws IOException, InterruptedException {
        var answer = patiently("PUT", address(connector) + "/config", JSON.writeValueAsString(config));
        mustSucceed(connector, answer);
    }

    /** Starts again what of a connector has failed. */
    void restartFailed(String connector) throws IOException, InterruptedException {
        mustSucceed(
                connector, patiently("POST", address(connector) + "/restart?includeTasks=true&onlyFailed=true", ""));
    }

    /** Every connector that there is, by name, as it stands now. */
    Map<String, ConnectorState> states() throws IOException {
        var answer = Http.get(url + "/connectors?expand=status");
        if (!answer.isSuccess()) {
            throw new IOException("Kafka Connect answered " + answer.status() + ": " + message(answer));
        }
        var states = new LinkedHashMap<String, ConnectorState>();
        for (var entry : JSON.readTree(answer.body()).properties()) {
            states.put(entry.getKey(), ConnectorState.of(entry.getValue().path("status")));
        }
        return states;
    }

    /** While workers agree on who does what, Connect turns everything away; that passes. */
    private static Http.Answer patiently(String method, String url, String json)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = Http.send(method, url, json, PATIENCE);
            boolean passes = answer.status() == HttpURLConnection.HTTP_CONFLICT
                    || answer.status() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
            if (!passes || System.nanoTime() > deadline) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    private static Http.Answer mustSucceed(String connector, Http.Answer answer) throws Refused {
        if (!answer.isSuccess()) {
            throw new Refused("Kafka Connect refused the connector " + connector + " with " + answer.status() + ": "
                    + message(answer));
        }
        return answer;
    }

    private static String message(Http.Answer answer) {
        try {
            JsonNode message = JSON.readTree(answer.body()).path("message");
            return message.isTextual() ? message.asText().strip() : answer.body();
        } catch (IOException notJson) {
            return answer.body();
        }
    }
}
