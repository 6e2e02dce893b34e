package marketplace.engines.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Shows mail: {@code /} to people, {@code /mails} to programs. */
final class Page implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final HttpServer server;
    private final Supplier<List<Mail>> mails;

    private Page(HttpServer server, Supplier<List<Mail>> mails) {
        this.server = server;
        this.mails = mails;
    }

    static Page open(InetSocketAddress address, Supplier<List<Mail>> mails) throws IOException {
        var page = new Page(HttpServer.create(address, 0), mails);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> reply(exchange, 200, "text/html; charset=utf-8", html(mails.get()));
                case "/mails" -> reply(exchange, 200, "application/json", JSON.writeValueAsString(mails.get()));
                default -> reply(exchange, 404, "text/plain", "There is / and /mails.");
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The newest first, as people want it; it looks again by itself. */
    static String html(List<Mail> mails) {
        var page = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="10">
                <title>Mailbox</title>
                <style>body{font:15px sans-serif;max-width:60em;margin:2em auto}pre{background:#f4f4f4;padding:1em;\
                white-space:pre-wrap}</style>
                <h1>Mailbox</h1>
                """);
        if (mails.isEmpty()) {
            page.append("<p>No mail.</p>\n");
        }
        for (int index = mails.size() - 1; index >= 0; index--) {
            var mail = mails.get(index);
            page.append("<h2>").append(escaped(mail.subject())).append("</h2>\n<p>");
            page.append(escaped(mail.received() + ", from " + mail.from() + " to " + mail.to()));
            page.append("</p>\n<pre>").append(escaped(mail.text())).append("</pre>\n");
        }
        return page.append("</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
