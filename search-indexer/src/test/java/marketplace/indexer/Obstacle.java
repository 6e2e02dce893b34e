package marketplace.indexer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands before Elasticsearch and makes trouble. */
final class Obstacle implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String target;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Mood, AtomicInteger> met = new EnumMap<>(Mood.class);
    private final int port;
    private HttpServer server;
    private volatile Mood mood = Mood.PASSES;

    /** What becomes of a request. */
    enum Mood {
        PASSES,
        /** Everything is turned away. */
        TOO_MANY_REQUESTS,
        UNAVAILABLE,
        /** Some of the documents are turned away. */
        TOO_MANY_DOCUMENTS,
        /** Nobody answers, and the request is not passed on. */
        HANGS,
        /** The request is passed on and the connection broken before the answer. */
        BREAKS,
        /** Nobody listens. */
        IS_GONE
    }

    Obstacle(final String target) {
        this.target = target;
        for (final Mood one : Mood.values()) {
            met.put(one, new AtomicInteger());
        }
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(final int wanted) {
        try {
            final HttpServer made =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.setExecutor(threads);
            made.createContext("/", this::handle);
            made.start();
            return made;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void is(final Mood now) {
        if (now == Mood.IS_GONE && mood != Mood.IS_GONE) {
            server.stop(0);
            met.get(Mood.IS_GONE).incrementAndGet();
        } else if (now != Mood.IS_GONE && mood == Mood.IS_GONE) {
            server = listen(port);
        }
        mood = now;
    }

    /** How many requests met it in a mood. */
    int met(final Mood one) {
        return met.get(one).get();
    }

    private void handle(final HttpExchange exchange) throws IOException {
        final Mood now = mood;
        final byte[] body = exchange.getRequestBody().readAllBytes();
        met.get(now).incrementAndGet();
        switch (now) {
            case TOO_MANY_REQUESTS -> answer(exchange, 429, "{\"error\":{\"type\":\"es_rejected\"},\"status\":429}");
            case UNAVAILABLE -> answer(exchange, 503, "{\"error\":{\"type\":\"unavailable\"},\"status\":503}");
            case TOO_MANY_DOCUMENTS ->
                answer(exchange, 200, withSomeTurnedAway(forward(exchange, body).body()));
            case BREAKS -> {
                forward(exchange, body);
                exchange.close();
            }
            case HANGS -> threads.execute(() -> hang(exchange));
            default -> pass(exchange, forward(exchange, body));
        }
    }

    private static void pass(final HttpExchange exchange, final HttpResponse<String> answer) throws IOException {
        answer(exchange, answer.statusCode(), answer.body());
    }

    private void hang(final HttpExchange exchange) {
        while (mood == Mood.HANGS && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
            LockSupport.parkNanos(10_000_000);
        }
        exchange.close();
    }

    private HttpResponse<String> forward(final HttpExchange exchange, final byte[] body) throws IOException {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        // The two go together: one says to which version of its interface a client speaks.
        for (final String header : List.of("Accept", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> request.header(header, value));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Every third document is said to be turned away, although it was taken: it will come again. */
    private static String withSomeTurnedAway(final String answer) throws IOException {
        final JsonNode bulk = JSON.readTree(answer);
        int count = 0;
        for (final JsonNode item : bulk.path("items")) {
            if (count++ % 3 == 0) {
                final ObjectNode one = (ObjectNode) item.elements().next();
                one.put("status", 429);
                one.putObject("error")
                        .put("type", "es_rejected_execution_exception")
                        .put("reason", "queue is full");
            }
        }
        return bulk.toString();
    }

    private static void answer(final HttpExchange exchange, final int status, final String json) throws IOException {
        final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
