package marketplace.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Kafka Connect as the launcher sees: it keeps connectors, and they stand as they are told to. */
final class FakeConnect implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONNECTORS = "/connectors/";

    private final HttpServer server;
    final Map<String, String> configs = new ConcurrentHashMap<>();
    final Map<String, String> statuses = new ConcurrentHashMap<>();
    final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    /** Answers that come before its own, each once. */
    final ConcurrentLinkedQueue<Http.Answer> first = new ConcurrentLinkedQueue<>();

    /** How many more looks see a restarted connector as it was before. */
    final AtomicInteger staleLooks = new AtomicInteger();

    private final Map<String, String> toCome = new ConcurrentHashMap<>();

    FakeConnect() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What Connect says of a connector with tasks in those states; what failed has a trace. */
    static String status(String connector, String... tasks) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.set("connector", one(connector));
        var all = status.putArray("tasks");
        for (int task = 0; task < tasks.length; task++) {
            all.add(one(tasks[task]).put("id", task));
        }
        return status.toString();
    }

    private static ObjectNode one(String state) {
        var one = JsonNodeFactory.instance.objectNode().put("state", state).put("worker_id", "here:1");
        return state.equals("FAILED") ? one.put("trace", "java.io.IOException: no file\n\tat a.B.c(B.java:7)\n") : one;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var before = first.poll();
        if (before != null) {
            reply(exchange, before.status(), before.body());
        } else if (call.equals("GET /connectors?expand=status")) {
            reply(exchange, 200, everything());
        } else {
            answer(exchange, call, exchange.getRequestURI().getPath().split("/", -1)[2], body);
        }
    }

    private void answer(HttpExchange exchange, String call, String name, String body) throws IOException {
        if (call.equals("GET " + CONNECTORS + name + "/config")) {
            var config = configs.get(name);
            reply(exchange, config == null ? 404 : 200, config == null ? "{\"message\": \"no such\"}" : config);
        } else if (call.equals("PUT " + CONNECTORS + name + "/config")) {
            changes.add("put " + name);
            ObjectNode config = (ObjectNode) JSON.readTree(body);
            boolean isNew = configs.put(name, config.put("name", name).toString()) == null;
            statuses.put(name, status("RUNNING", "RUNNING"));
            reply(exchange, isNew ? 201 : 200, "{}");
        } else if (call.equals("POST " + CONNECTORS + name + "/restart?includeTasks=true&onlyFailed=true")) {
            changes.add("restart " + name);
            toCome.put(name, status("RUNNING", "RUNNING"));
            reply(exchange, 202, "{}");
        } else {
            reply(exchange, 405, "{}");
        }
    }

    private String everything() throws IOException {
        if (!toCome.isEmpty() && staleLooks.getAndDecrement() <= 0) {
            statuses.putAll(toCome);
            toCome.clear();
        }
        var all = JsonNodeFactory.instance.objectNode();
        for (var status : new TreeMap<>(statuses).entrySet()) {
            all.putObject(status.getKey()).set("status", JSON.readTree(status.getValue()));
        }
        return all.toString();
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
