package marketplace.connect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.avro.Schema;

/** A schema registry that knows one schema, on a port of its own, and can be told to fail. */
final class OneSchemaRegistry implements AutoCloseable {
    static final int ID = 7;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;
    private final HttpServer server;
    private volatile boolean broken;

    OneSchemaRegistry(final Schema schema) throws IOException {
        this.schema = schema;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void isBroken(final boolean yes) {
        broken = yes;
    }

    private void answer(final HttpExchange exchange) throws IOException {
        if (broken) {
            reply(exchange, 503, Map.of("error_code", 50301, "message", "Not now"));
        } else if (exchange.getRequestURI().getPath().equals("/schemas/ids/" + ID)) {
            reply(exchange, 200, Map.of("schema", schema.toString()));
        } else {
            reply(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
        }
    }

    private static void reply(final HttpExchange exchange, final int status, final Map<String, ?> body)
            throws IOException {
        final byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
