package marketplace.streams.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.events.SearchEvent;
import marketplace.events.SearchTrend;
import org.apache.avro.Schema;

/** A registry that has the schemas of the topics here, with ids from 1, and can be down. */
public final class TestRegistry implements AutoCloseable {
    /** The id of a schema of products that has one field more, the text {@code warranty}, behind all others. */
    public static final int NEWER_PRODUCT = 5;

    private static final List<Schema> SCHEMAS = List.of(
            Product.getClassSchema(),
            ProductBan.getClassSchema(),
            SearchEvent.getClassSchema(),
            SearchTrend.getClassSchema(),
            newerProduct());

    private final HttpServer server;
    private volatile boolean down;

    public TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Settings with which serializers find it. */
    public Map<String, Object> config() {
        return Map.of(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void fail() {
        down = true;
    }

    public void recover() {
        down = false;
    }

    private void answer(final HttpExchange exchange) throws IOException {
        final String asked = exchange.getRequestURI().getPath()
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final byte[] body = (down ? "{}" : find(asked)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(down ? 503 : body.length < 60 ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String find(final String asked) {
        return IntStream.range(0, SCHEMAS.size())
                .filter(index -> asked.equals("/schemas/ids/" + (index + 1))
                        || asked.contains(
                                "\\\"name\\\":\\\"" + SCHEMAS.get(index).getName() + "\\\""))
                .mapToObj(index -> "{\"id\":" + (index + 1) + ",\"schema\":\""
                        + textOf(SCHEMAS.get(index)).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                .findFirst()
                .orElse("{\"error_code\":40403,\"message\":\"not here\"}");
    }

    private static Schema newerProduct() {
        final Schema product = Product.getClassSchema();
        final List<Schema.Field> fields = new ArrayList<>();
        product.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("warranty", Schema.create(Schema.Type.STRING), "Of a newer shop.", ""));
        return Schema.createRecord(product.getName(), product.getDoc(), product.getNamespace(), false, fields);
    }

    private static String textOf(final Schema schema) {
        return schema.toString().replace(",\"avro.java.string\":\"String\"", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
