package marketplace.local.parts;

import java.util.Set;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;

/** A mailbox on this machine, so that alerts can be read without a mail server: it takes all, and passes none on. */
public final class Mailbox {
    static final String NAME = "mailbox";

    private Mailbox() {}

    static Engine part(Setting setting, Jvm jvm) {
        var ports = setting.ports();
        var program = jvm.of(NAME, NAME)
                .heap("32m")
                .quick()
                .precedence(Precedence.LATER)
                .environment("SMTP_PORT", ports.mailbox())
                .environment("WEB_PORT", ports.mailboxWeb())
                .runs("marketplace.engines.mailbox.Mailbox")
                .build();
        var url = url(ports);
        return new Engine(NAME, Set.of(), program, () -> Http.answers(url + "/mails"), url);
    }

    /** The mail that goes there. */
    static Mail mail(Ports ports) {
        return Mail.into("127.0.0.1:" + ports.mailbox());
    }

    /** Where its page is; {@code /mails} below it tells the same to programs. */
    public static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.mailboxWeb();
    }
}
