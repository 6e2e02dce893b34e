package marketplace.bench.serializer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A registry that has one schema and calls it 1. It is asked twice in a run, so what it costs does not show. */
final class OneSchemaRegistry implements AutoCloseable {
    private final HttpServer server;

    OneSchemaRegistry(final String schema) {
        final String quoted = schema.replace("\\", "\\\\").replace("\"", "\\\"");
        final byte[] answer = "{\"id\":1,\"schema\":\"%s\"}".formatted(quoted).getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
