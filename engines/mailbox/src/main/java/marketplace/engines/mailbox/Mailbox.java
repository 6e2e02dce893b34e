package marketplace.engines.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import marketplace.engines.Leash;

/**
 * A mailbox in a process of its own: takes mail for everybody over SMTP, passes none on, and shows it on a page. The ports
 * come from the environment, {@code SMTP_PORT} and {@code WEB_PORT}; both listen on loopback, unless {@code LISTEN_HOST}
 * says otherwise, as in a container.
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
        open(host(), port("SMTP_PORT"), port("WEB_PORT"));
    }

    /** Begins to take mail, and to show it, for this machine alone. */
    static Mailbox open(int smtpPort, int webPort) throws IOException {
        return open(InetAddress.getLoopbackAddress(), smtpPort, webPort);
    }

    private static Mailbox open(InetAddress host, int smtpPort, int webPort) throws IOException {
        var smtp = new GreenMail(new ServerSetup(smtpPort, host.getHostAddress(), ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        var page = Page.open(new InetSocketAddress(host, webPort), () -> Mail.all(smtp.getReceivedMessages()));
        return new Mailbox(smtp, page);
    }

    private static InetAddress host() throws IOException {
        var name = System.getenv("LISTEN_HOST");
        return name == null || name.isBlank() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name);
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
