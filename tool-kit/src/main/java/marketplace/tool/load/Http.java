package marketplace.tool.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** A client of services that answer JSON. Connections are kept and used again. */
public final class Http {
    /** What a body of JSON is. */
    public static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_REFUSAL = 400;
    /** It shares the machine with what it asks. Answers are only counted or read here, so few do. */
    private static final int THREADS = 2;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newFixedThreadPool(THREADS, Http::thread))
            .build();

    private static Thread thread(final Runnable work) {
        final Thread thread = new Thread(work, "http");
        thread.setDaemon(true);
        return thread;
    }

    /** A request without a body. */
    public static HttpRequest get(final String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    }

    /** A request with one. */
    public static HttpRequest post(final String url, final String type, final byte[] body) {
        return with("POST", url, type, body);
    }

    /** Any request with a body. */
    public static HttpRequest with(final String method, final String url, final String type, final byte[] body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A request that deletes. */
    public static HttpRequest delete(final String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .DELETE()
                .build();
    }

    /** Sends and does not wait; fails with an {@link IOException} if the answer is a refusal. */
    public CompletableFuture<byte[]> send(final HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> {
                    if (answer.statusCode() >= FIRST_REFUSAL) {
                        throw new CompletionException(refusal(request, answer));
                    }
                    return answer.body();
                });
    }

    /** Sends, and reads the answer. */
    public JsonNode ask(final HttpRequest request) throws IOException, InterruptedException {
        return MAPPER.readTree(answer(request));
    }

    /** Sends, and reads an answer that is no JSON. */
    public String text(final HttpRequest request) throws IOException, InterruptedException {
        return new String(answer(request), StandardCharsets.UTF_8);
    }

    private byte[] answer(final HttpRequest request) throws IOException, InterruptedException {
        final HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw refusal(request, answer);
        }
        return answer.body();
    }

    private static IOException refusal(final HttpRequest request, final HttpResponse<byte[]> answer) {
        return new IOException(request.method() + " " + request.uri() + " was answered with " + answer.statusCode()
                + detail(answer.body()));
    }

    /** What a problem says of itself, if the answer is one. */
    private static String detail(final byte[] body) {
        try {
            final String detail = MAPPER.readTree(body).path("detail").asText();
            return detail.isBlank() ? "" : ": " + detail;
        } catch (final IOException e) {
            return "";
        }
    }
}
