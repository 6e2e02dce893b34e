package marketplace.local.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import marketplace.local.layout.DataFolder;
import marketplace.local.platform.PartFailed;

/** Lets the owner of the data folder talk to the launcher: HTTP on loopback, behind a word that only the owner knows. */
public final class ControlServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOKEN_BYTES = 24;

    private final DataFolder folder;
    private final Controlled platform;
    private final HttpServer server;
    private final String authorization;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    });

    private ControlServer(DataFolder folder, Controlled platform, HttpServer server, String token) {
        this.folder = folder;
        this.platform = platform;
        this.server = server;
        this.authorization = "Bearer " + token;
    }

    /** Starts to listen, and leaves in the data folder where. */
    public static ControlServer open(DataFolder folder, Controlled platform) throws IOException {
        var random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var server = new ControlServer(folder, platform, http, token);
        http.setExecutor(server.threads);
        http.createContext("/", server::answer);
        http.start();
        new ControlFile(
                        http.getAddress().getPort(),
                        token,
                        ProcessHandle.current().pid())
                .write(folder);
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var given = exchange.getRequestHeaders().getFirst("Authorization");
            if (given == null || !MessageDigest.isEqual(bytes(given), bytes(authorization))) {
                reply(exchange, 401, Map.of("detail", "Not authorised."));
                return;
            }
            try {
                perform(exchange);
            } catch (PartFailed failure) {
                reply(exchange, 502, Map.of("detail", failure.getMessage(), "lines", failure.lastLines()));
            } catch (IllegalArgumentException unknown) {
                reply(exchange, 404, Map.of("detail", unknown.getMessage()));
            } catch (IllegalStateException conflict) {
                reply(exchange, 409, Map.of("detail", conflict.getMessage()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                reply(exchange, 503, Map.of("detail", "The launcher is stopping."));
            }
        }
    }

    private void perform(HttpExchange exchange) throws IOException, PartFailed, InterruptedException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var words = call.split("/", -1);
        if (call.equals("GET /status")) {
            reply(exchange, 200, platform.status());
        } else if (call.equals("POST /down")) {
            reply(exchange, 202, Map.of());
            platform.down();
        } else if (call.startsWith("POST /parts/") && words.length == 4) {
            perform(words[3], words[2]);
            reply(exchange, 200, Map.of());
        } else {
            reply(exchange, 404, Map.of("detail", "There is no " + call + "."));
        }
    }

    private void perform(String action, String part) throws PartFailed, InterruptedException {
        switch (action) {
            case "start" -> platform.start(part);
            case "stop" -> platform.stop(part);
            case "kill" -> platform.kill(part);
            default ->
                throw new IllegalArgumentException("A part can start, stop or be killed; it cannot " + action + ".");
        }
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        ControlFile.delete(folder);
        server.stop(0);
        threads.shutdown();
    }
}
