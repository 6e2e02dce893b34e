package marketplace.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class MailCommandTest {
    @Test
    void an_empty_mailbox_is_one_line() throws IOException {
        assertThat(MailCommand.text(mails("[]"))).isEqualTo("No mail.\n");
    }

    @Test
    void each_mail_is_its_subject_with_its_text_below() throws IOException {
        var mails = mails("""
                [{"received": "2026-01-01T10:00:00Z", "subject": "[CRITICAL] BrokerDown kafka-0",
                  "text": "kafka-0 does not answer.\\n  What to do: RUNBOOK.md#brokerdown\\n"}]
                """);

        assertThat(MailCommand.text(mails)).isEqualTo("""
                        2026-01-01T10:00:00Z  [CRITICAL] BrokerDown kafka-0
                            kafka-0 does not answer.
                              What to do: RUNBOOK.md#brokerdown

                        """);
    }

    private static JsonNode mails(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
