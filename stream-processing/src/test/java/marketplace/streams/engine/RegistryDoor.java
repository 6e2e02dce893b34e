package marketplace.streams.engine;

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
import java.util.concurrent.atomic.AtomicInteger;

/** The way to the registry, which is closed at first. */
final class RegistryDoor implements AutoCloseable {
    private final URI registry;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean open;

    RegistryDoor(final String registry) {
        this.registry = URI.create(registry);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + registry.getPath();
    }

    void open() {
        open = true;
    }

    /** How many requests came while it was closed. */
    int turnedAway() {
        return turnedAway.get();
    }

    private void handle(final HttpExchange exchange) throws IOException {
        final byte[] body = exchange.getRequestBody().readAllBytes();
        if (!open) {
            turnedAway.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        final HttpResponse<byte[]> answer = forward(exchange, body);
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private HttpResponse<byte[]> forward(final HttpExchange exchange, final byte[] body) throws IOException {
        final HttpRequest request = HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI()))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
