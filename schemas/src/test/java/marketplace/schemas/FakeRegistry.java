package marketplace.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A schema registry in memory, on a port of its own, that can be told to misbehave. */
public final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Version(int id, ObjectNode schema) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Version>> subjects = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Optional<Integer> failure = Optional.empty();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private int lastId = 100;

    public FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts a schema in as somebody else would have, references and all, and answers its id. */
    public int put(final String subject, final String schema, final String references) {
        try {
            final ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", schema);
            body.set("references", JSON.readTree(references));
            return put(subject, body).id();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All requests so far, each as {@code METHOD path}. */
    public List<String> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    /** The text of the newest schema of a subject. */
    public String text(final String subject) {
        final List<Version> versions = subjects.get(subject);
        return versions.get(versions.size() - 1).schema().path("schema").asText();
    }

    /** From now on every answer is this status. */
    public void failWith(final int status) {
        failure = Optional.of(status);
    }

    public void recover() {
        failure = Optional.empty();
    }

    /** From now on nothing is answered until the latch is down. */
    public void hold(final CountDownLatch until) {
        gate = until;
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized Version put(final String subject, final ObjectNode body) {
        final List<Version> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        return find(versions, body).orElseGet(() -> {
            final Version version = new Version(idOf(body), body);
            versions.add(version);
            return version;
        });
    }

    private int idOf(final ObjectNode body) {
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> same(version, body))
                .map(Version::id)
                .findFirst()
                .orElseGet(() -> ++lastId);
    }

    private static Optional<Version> find(final List<Version> versions, final JsonNode body) {
        return versions.stream().filter(version -> same(version, body)).findFirst();
    }

    private static boolean same(final Version version, final JsonNode body) {
        return version.schema().path("schema").equals(body.path("schema"));
    }

    private void answer(final HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        final byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            gate.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        final Map.Entry<Integer, JsonNode> answer = failure.isPresent()
                ? Map.entry(failure.get(), error(failure.get() * 100 + 1, "told to fail"))
                : route(exchange, body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body));
        final byte[] bytes = JSON.writeValueAsBytes(answer.getValue());
        exchange.sendResponseHeaders(answer.getKey(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Map.Entry<Integer, JsonNode> route(final HttpExchange exchange, final JsonNode body) {
        final String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
        final boolean post = "POST".equals(exchange.getRequestMethod());
        if ("schemas".equals(path[1])) {
            return byId(Integer.parseInt(path[3]));
        }
        final List<Version> versions = subjects.getOrDefault(path[2], List.of());
        if (post && path.length == 4) {
            return Map.entry(200, described(put(path[2], (ObjectNode) body)));
        }
        if (versions.isEmpty()) {
            return Map.entry(404, error(40401, "Subject not found."));
        }
        if (post) {
            return find(versions, body)
                    .map(found -> Map.<Integer, JsonNode>entry(200, described(found)))
                    .orElse(Map.entry(404, error(40403, "Schema not found")));
        }
        final int version = "latest".equals(path[4]) ? versions.size() : Integer.parseInt(path[4]);
        return version <= versions.size()
                ? Map.entry(200, described(versions.get(version - 1)))
                : Map.entry(404, error(40402, "Version not found."));
    }

    private Map.Entry<Integer, JsonNode> byId(final int id) {
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .findFirst()
                .map(found -> Map.<Integer, JsonNode>entry(200, described(found)))
                .orElse(Map.entry(404, error(40403, "Schema not found")));
    }

    private static JsonNode described(final Version version) {
        return version.schema().deepCopy().put("id", version.id());
    }

    private static JsonNode error(final int code, final String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
    }
}
