package marketplace.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** As much of Confluent's registry API as the catalogue uses, in memory. */
final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, List<String>> versions = new ConcurrentHashMap<>();
    final Map<String, String> levels = new ConcurrentHashMap<>();
    final List<String> writes = new CopyOnWriteArrayList<>();

    /** Some registries can be asked beforehand; a registry that cannot be must refuse later. */
    volatile boolean checksBeforehand = true;

    /** What it says about a schema that does not fit. */
    volatile List<String> reasons = List.of("a field\nhas no default");

    private final HttpServer server;

    FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    RegistryAccess access() {
        return RegistryAccess.of("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void register(String subject, String schema) {
        versions.computeIfAbsent(subject, name -> new CopyOnWriteArrayList<>()).add(schema);
    }

    private record Reply(int status, Object body) {}

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Reply reply = reply(exchange.getRequestMethod(), path, body == null ? JSON.createObjectNode() : body);
        byte[] bytes = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(String method, String[] path, JsonNode body) {
        String schema = body.path("schema").asText();
        return switch (method + " " + path[0] + " " + path.length) {
            case "GET subjects 1" -> new Reply(200, new ArrayList<>(versions.keySet()));
            case "GET config 2" ->
                levels.containsKey(path[1])
                        ? new Reply(200, Map.of("compatibilityLevel", levels.get(path[1])))
                        : error(404, 40408, "No level for " + path[1]);
            case "PUT config 2" -> level(path[1], body.path("compatibility").asText());
            case "POST subjects 2" -> lookup(path[1], schema);
            case "POST subjects 3" -> add(path[1], schema);
            case "GET subjects 4" -> latest(path[1]);
            case "POST compatibility 5" ->
                new Reply(
                        200,
                        !checksBeforehand || fits(path[2], schema)
                                ? Map.of("is_compatible", true)
                                : Map.of("is_compatible", false, "messages", reasons));
            default -> error(404, 404, "HTTP 404 Not Found");
        };
    }

    private Reply latest(String subject) {
        List<String> schemas = versions.get(subject);
        return new Reply(200, Map.of("schema", schemas.get(schemas.size() - 1)));
    }

    private Reply level(String subject, String level) {
        if (!versions.containsKey(subject)) {
            return error(404, 40401, "No subject " + subject);
        }
        writes.add("level " + subject);
        levels.put(subject, level);
        return new Reply(200, Map.of("compatibility", level));
    }

    private Reply lookup(String subject, String schema) {
        if (!versions.containsKey(subject)) {
            return error(404, 40401, "No subject " + subject);
        }
        int index = versions.get(subject).indexOf(schema);
        return index < 0 ? error(404, 40403, "No such schema") : new Reply(200, Map.of("version", index + 1));
    }

    private Reply add(String subject, String schema) {
        if (!fits(subject, schema)) {
            return error(409, 409, "Incompatible:\n a field has no default");
        }
        writes.add("version " + subject);
        register(subject, schema);
        return new Reply(200, Map.of("id", 1));
    }

    private boolean fits(String subject, String schema) {
        List<String> before = versions.getOrDefault(subject, List.of());
        return before.isEmpty()
                || SchemaCompatibility.checkReaderWriterCompatibility(
                                        new Schema.Parser().parse(schema),
                                        new Schema.Parser().parse(before.get(before.size() - 1)))
                                .getType()
                        == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Reply error(int status, int code, String message) {
        return new Reply(status, Map.of("error_code", code, "message", message));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
