package marketplace.engines.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MailboxTest {
    private Mailbox mailbox;

    @BeforeEach
    void begin() throws IOException {
        mailbox = Mailbox.open(0, 0);
    }

    @AfterEach
    void end() {
        mailbox.close();
    }

    @Test
    void an_empty_one_says_so() throws IOException {
        assertThat(page()).contains("No mail.");
        assertThat(mails()).isEmpty();
    }

    @Test
    void mail_for_anybody_is_taken_and_shown() throws IOException {
        send("operator@marketplace.local", "kafka-0 is down", "Start it.");
        send("somebody@elsewhere.org", "kafka-0 is back", "It is over.");

        await().untilAsserted(() -> assertThat(mails()).hasSize(2));
        var first = mails().get(0);
        assertThat(first.path("subject").asText()).isEqualTo("kafka-0 is down");
        assertThat(first.path("to").asText()).isEqualTo("operator@marketplace.local");
        assertThat(first.path("text").asText()).isEqualTo("Start it.");
        assertThat(first.path("received").asText()).matches("\\d{4}-.*Z");
        assertThat(page()).contains("kafka-0 is down").containsSubsequence("is back", "is down");
    }

    @Test
    void what_is_in_a_mail_is_text_and_never_markup() throws IOException {
        send("operator@marketplace.local", "<b>", "<script>alert(1)</script>");

        await().untilAsserted(() -> assertThat(mails()).hasSize(1));
        assertThat(page()).doesNotContain("<script>", "<b>").contains("&lt;script&gt;");
    }

    private void send(String to, String subject, String text) {
        var there = new ServerSetup(mailbox.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail(to, "alerts@marketplace.local", subject, text, there);
    }

    private JsonNode mails() throws IOException {
        return new ObjectMapper().readTree(read("/mails"));
    }

    private String page() throws IOException {
        return read("/");
    }

    private String read(String path) throws IOException {
        try (var body = URI.create(mailbox.url() + path).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
