package marketplace.local.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import marketplace.local.platform.Readiness;

/** Asks an engine over HTTP whether it serves. */
final class Http {
    private static final int TIMEOUT_MILLIS = 2_000;

    private Http() {}

    static Readiness answers(String url) {
        return () -> status(url) == HttpURLConnection.HTTP_OK;
    }

    private static int status(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
