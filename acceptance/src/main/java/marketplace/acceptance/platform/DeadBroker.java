package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;

/** What is said of a broker that was killed: an alert, a mail, and another mail when it is back. */
public final class DeadBroker {
    /** A look that fails, and a second one; then the mail is collected for a while. */
    public static final Duration HEARD_WITHIN = Duration.ofMinutes(2);
    /** The alert stays on for a while, so that a look that succeeds by chance does not end it. */
    public static final Duration OVER_WITHIN = Duration.ofMinutes(3);

    private static final String ALERT = "BrokerDown";

    private final Watch watch;
    private final String broker;
    private final int mailsBefore;

    /** Remembers which mail there is already: to be made before the broker is killed. */
    public DeadBroker(final Watch watch, final String broker) throws IOException, InterruptedException {
        this.watch = watch;
        this.broker = broker;
        this.mailsBefore = watch.subjects().size();
    }

    /** The name of the alert and of the broker, as they stand in the subjects of mails. */
    public String name() {
        return ALERT + " " + broker;
    }

    /** Whether Prometheus has noticed. */
    public boolean isNoticed() throws IOException, InterruptedException {
        return watch.alerts().stream()
                .anyMatch(alert -> alert.isFiring()
                        && alert.name().equals(ALERT)
                        && alert.part().equals(broker));
    }

    /** Whether the mail came that tells of it. */
    public boolean isTold() throws IOException, InterruptedException {
        return watch.hasMail(mailsBefore, "[CRITICAL]", name());
    }

    /** Whether the mail came that says that it is over. */
    public boolean isOver() throws IOException, InterruptedException {
        return watch.hasMail(mailsBefore, "[RESOLVED]", name());
    }
}
