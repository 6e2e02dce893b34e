package marketplace.engines.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import marketplace.engines.Leash;

/**
 * A mailbox in a process of its own: takes mail for everybody over SMTP, passes none on, and shows it on a page. Both
 * listen on loopback; the ports come from the environment, {@code SMTP_PORT} and {@code WEB_PORT}.
 */
public final class Mailbox implements AutoCloseable {
    private final GreenMail smtp;
    private final Page page;

    private Mailbox(GreenMail smtp, Page page) {
        this.smtp = smtp;
        this.page = page;
    }

    public static void main(String[] arguments) throws IOException {
        Leash.hold();
        open(port("SMTP_PORT"), port("WEB_PORT"));
    }

    /** Begins to take mail, and to show it. */
    static Mailbox open(int smtpPort, int webPort) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var smtp = new GreenMail(new ServerSetup(smtpPort, loopback.getHostAddress(), ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        var page = Page.open(new InetSocketAddress(loopback, webPort), () -> Mail.all(smtp.getReceivedMessages()));
        return new Mailbox(smtp, page);
    }

    int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    String url() {
        return page.url();
    }

    private static int port(String name) {
        var value = System.getenv(name);
        if (value == null || !value.matches("[0-9]{1,5}")) {
            System.err.println("Mailbox: " + name + " in the environment is no port.");
            System.exit(2);
        }
        return Integer.parseInt(value);
    }

    @Override
    public void close() {
        page.close();
        smtp.stop();
    }
}
