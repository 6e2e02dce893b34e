package marketplace.local.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import marketplace.local.platform.Readiness;

/** Talks to an engine over HTTP. */
final class Http {
    private static final Duration A_LOOK = Duration.ofSeconds(2);

    /** What is asked for once may take its time on a busy machine; a look is only repeated. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Http() {}

    /** What an engine said. */
    record Answer(int status, String body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    static Readiness answers(String url) {
        return () -> get(url).status() == HttpURLConnection.HTTP_OK;
    }

    /** Asks for something that an engine has at hand. */
    static Answer get(String url) throws IOException {
        return send("GET", url, "", A_LOOK);
    }

    /** Puts a JSON document, or says why that was refused. */
    static void put(String url, String json) throws IOException {
        var answer = send("PUT", url, json, PATIENCE);
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException(url + " answered " + answer.status() + ".");
        }
    }

    /**
     * Sends a request and answers what came back, whatever the status.
     *
     * @param json what is sent along, or nothing
     * @param patience how long the answer may take
     */
    static Answer send(String method, String url, String json, Duration patience) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout((int) A_LOOK.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setRequestMethod(method);
        try {
            if (!json.isEmpty()) {
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setDoOutput(true);
                try (var body = connection.getOutputStream()) {
                    body.write(json.getBytes(StandardCharsets.UTF_8));
                }
            }
            int status = connection.getResponseCode();
            boolean good = status < HttpURLConnection.HTTP_BAD_REQUEST;
            try (var body = good ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            connection.disconnect();
        }
    }
}
