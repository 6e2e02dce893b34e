package marketplace.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import marketplace.local.parts.Mailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mail",
        description = "Shows the mail about alerts that came into the platform's own mailbox, the newest last.",
        mixinStandardHelpOptions = true)
final class MailCommand implements Callable<Integer> {
    private static final int PATIENCE_MILLIS = 5_000;

    @Mixin
    private Place place;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        var mails = received(Mailbox.url(place.ports()) + "/mails");
        System.out.print(json ? mails + "\n" : text(new ObjectMapper().readTree(mails)));
        return 0;
    }

    private static String received(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException silent) {
            throw new IOException(
                    "There is no mailbox: it is down, mail goes to a server of yours, or there is no monitoring."
                            + " ./marketplace status says which.",
                    silent);
        } finally {
            connection.disconnect();
        }
    }

    static String text(JsonNode mails) {
        if (mails.isEmpty()) {
            return "No mail.\n";
        }
        var text = new StringBuilder();
        for (JsonNode mail : mails) {
            text.append(mail.path("received").asText())
                    .append("  ")
                    .append(mail.path("subject").asText())
                    .append('\n');
            mail.path("text").asText().strip().lines().forEach(line -> text.append("    ")
                    .append(line)
                    .append('\n'));
            text.append('\n');
        }
        return text.toString();
    }
}
