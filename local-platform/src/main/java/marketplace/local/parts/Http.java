package marketplace.local.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import marketplace.local.platform.Readiness;

/** Talks to an engine over HTTP. */
final class Http {
    private static final int TIMEOUT_MILLIS = 2_000;

    /** What is asked for once may take its time on a busy machine; a look is only repeated. */
    private static final int PATIENCE_MILLIS = 20_000;

    private Http() {}

    static Readiness answers(String url) {
        return () -> status(url) == HttpURLConnection.HTTP_OK;
    }

    /** Puts a JSON document, or says why that was refused. */
    static void put(String url, String json) throws IOException {
        var connection = open(url);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException(url + " answered " + connection.getResponseCode() + ".");
            }
        } finally {
            connection.disconnect();
        }
    }

    private static int status(String url) throws IOException {
        var connection = open(url);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
