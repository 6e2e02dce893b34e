package marketplace.engines.mailbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One mail, as people read it.
 *
 * @param received when it came in, ISO 8601
 * @param text what it says, without what only programs for mail understand
 */
record Mail(String received, String from, String to, String subject, String text) {
    /** All that have come, the oldest first. */
    static List<Mail> all(MimeMessage[] messages) {
        return Arrays.stream(messages)
                .map(Mail::of)
                .sorted(Comparator.comparing(Mail::received))
                .toList();
    }

    private static Mail of(MimeMessage message) {
        try {
            Date received = message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
            return new Mail(
                    received == null ? "" : received.toInstant().toString(),
                    names(message.getFrom()),
                    names(message.getRecipients(Message.RecipientType.TO)),
                    message.getSubject() == null ? "" : message.getSubject(),
                    text(message.getContent()));
        } catch (MessagingException | IOException unreadable) {
            return new Mail("", "", "", "(unreadable)", unreadable.toString());
        }
    }

    private static String names(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    /** Of several forms of the same the first, which is the plainest. */
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts && parts.getCount() > 0) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return content instanceof String text ? text.strip() : "";
    }
}
