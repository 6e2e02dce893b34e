package marketplace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A service spoken to over HTTP. Methods throw {@link UncheckedIOException} if it does not answer. */
public class HttpApi {
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Speaks to a service.
     *
     * @param url where its paths begin
     */
    public HttpApi(String url) {
        this.url = url;
    }

    /** Where its paths begin. */
    public final String url() {
        return url;
    }

    /** Sends a GET. */
    public final HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a DELETE. */
    public final HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends a POST without a body. */
    public final HttpResponse<String> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Sends a POST. */
    public final HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    /** A request to be completed, for {@link #send}. */
    public final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** Sends a request and waits for its answer, whatever its status is. */
    public final HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(url + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
