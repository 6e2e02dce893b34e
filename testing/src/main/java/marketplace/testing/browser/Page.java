package marketplace.testing.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A page of the browser. */
public final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private WebSocket socket;
    private int last;

    private Page() {}

    static Page at(final HttpClient http, final URI address) {
        final Page page = new Page();
        page.socket = http.newWebSocketBuilder()
                .buildAsync(address, page.new Answers())
                .join();
        page.command("Network.enable", Map.of());
        page.command("Page.enable", Map.of());
        return page;
    }

    /** Goes to an address. */
    public void visit(final String url) {
        command("Page.navigate", Map.of("url", url));
    }

    /** What a JavaScript expression amounts to, as text. */
    public String evaluate(final String expression) {
        return command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .path("result")
                .path("value")
                .asText();
    }

    /** Waits for something that matches a CSS selector, and clicks it. */
    public void click(final String selector) {
        waitUntil("document.querySelector(" + quoted(selector) + ") !== null");
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Waits for a field that matches a CSS selector, types into it, and leaves it, which is when many pages take notice. */
    public void type(final String selector, final String text) {
        waitUntil("document.querySelector(" + quoted(selector) + ") !== null");
        evaluate("document.querySelector(" + quoted(selector) + ").focus()");
        command("Input.insertText", Map.of("text", text));
        evaluate("document.activeElement.blur()");
    }

    /** Waits until a JavaScript expression is true. */
    public void waitUntil(final String expression) {
        Awaitility.await().alias(expression).atMost(PATIENCE).until(() -> evaluate("String(" + expression + ")")
                .equals("true"));
    }

    /** Every address that the page has asked for. */
    public List<URI> requests() {
        return List.copyOf(requests);
    }

    /** Leaves a picture of the page, PNG. */
    public void picture(final Path file) throws IOException {
        final String data =
                command("Page.captureScreenshot", Map.of()).path("data").asText();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private static String quoted(final String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode command(final String method, final Map<String, Object> parameters) {
        final int id = ++last;
        final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        final ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        socket.sendText(command.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void received(final String text) throws JsonProcessingException {
        final JsonNode message = JSON.readTree(text);
        if (message.has("id")) {
            open.remove(message.path("id").asInt()).complete(message.path("result"));
        } else if (message.path("method").asText().equals("Network.requestWillBeSent")) {
            final String url =
                    message.path("params").path("request").path("url").asText();
            if (url.startsWith("http")) {
                requests.add(URI.create(url));
            }
        }
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean isLast) {
            part.append(data);
            if (isLast) {
                final String text = part.toString();
                part.setLength(0);
                try {
                    received(text);
                } catch (JsonProcessingException e) {
                    throw new UncheckedIOException(e);
                }
            }
            from.request(1);
            return null;
        }
    }
}
