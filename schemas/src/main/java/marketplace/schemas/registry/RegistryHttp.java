package marketplace.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * One request to whichever registry answers. A registry that cannot be reached, is too slow or has an error of its own
 * is passed over for the next; what a registry refuses is final.
 */
final class RegistryHttp {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Clients are shared, because each has threads of its own (daemons). One for each connect timeout in use. */
    private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private final RegistrySettings settings;
    private volatile int preferred;

    RegistryHttp(final RegistrySettings settings) {
        this.settings = settings;
    }

    JsonNode get(final String path, final String purpose) {
        return send(path, Optional.empty(), purpose);
    }

    JsonNode post(final String path, final JsonNode body, final String purpose) {
        return send(path, Optional.of(body.toString()), purpose);
    }

    private JsonNode send(final String path, final Optional<String> body, final String purpose) {
        final int count = settings.urls().size();
        final int first = preferred;
        Throwable failure = null;
        for (int i = 0; i < count; i++) {
            final int current = (first + i) % count;
            try {
                final JsonNode answer = sendTo(settings.urls().get(current), path, body, purpose);
                preferred = current;
                return answer;
            } catch (final IOException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw new RegistryUnavailableException(
                "No schema registry at " + settings.urls() + " could " + purpose + ": " + describe(failure), failure);
    }

    private JsonNode sendTo(final URI url, final String path, final Optional<String> body, final String purpose)
            throws IOException {
        final HttpResponse<byte[]> response = exchange(request(url, path, body));
        final int status = response.statusCode();
        final JsonNode json = parse(response.body());
        if (status / 100 == 2) {
            if (!json.isObject()) {
                throw new IOException(url + " answered something that is not a schema registry's answer");
            }
            return json;
        }
        if (status / 100 == 5 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw new IOException(url + " answered " + status + " " + text(json));
        }
        throw new RegistryRejectedException(
                "The schema registry at " + url + " refused to " + purpose + ": " + status + " " + text(json),
                status,
                json.path("error_code").asInt(0));
    }

    private HttpRequest request(final URI url, final String path, final Optional<String> body) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(withoutSlash(url.toString()) + path))
                .timeout(settings.requestTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json");
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        body.ifPresent(
                text -> request.header("Content-Type", MEDIA_TYPE).POST(HttpRequest.BodyPublishers.ofString(text)));
        return request.build();
    }

    /** All that is asked of a registry can be asked twice, so a kept connection that went stale costs nobody a record. */
    private HttpResponse<byte[]> exchange(final HttpRequest request) throws IOException {
        try {
            return exchangeOnce(request);
        } catch (final HttpTimeoutException | ConnectException e) {
            throw e;
        } catch (final IOException e) {
            return exchangeOnce(request);
        }
    }

    private HttpResponse<byte[]> exchangeOnce(final HttpRequest request) throws IOException {
        final CompletableFuture<HttpResponse<byte[]>> exchange =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            // The request's own timeout ends with the headers; this one covers the body too.
            return exchange.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (final TimeoutException e) {
            exchange.cancel(true);
            throw new HttpTimeoutException(request.uri() + " did not answer within "
                    + settings.requestTimeout().toMillis() + " ms");
        } catch (final InterruptedException e) {
            exchange.cancel(true);
            throw new InterruptException(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        }
    }

    private HttpClient client() {
        return CLIENTS.computeIfAbsent(settings.connectTimeout(), timeout -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build());
    }

    private static JsonNode parse(final byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (final JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String text(final JsonNode json) {
        final String message = json.path("message").asText("");
        return json.path("error_code").asText("") + (message.isEmpty() ? "" : " " + message);
    }

    private static String withoutSlash(final String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String describe(final Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
