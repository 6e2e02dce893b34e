package marketplace.service.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody waits for something, since when, and why. Safe for use by many threads. */
public final class Waiting {
    private final Clock clock;
    private volatile Wait current;

    public Waiting(final Clock clock) {
        this.clock = clock;
    }

    /** A wait that goes on. */
    public record Wait(Instant since, String reason) {}

    /** It waits, for this reason now; since when is kept. */
    public void because(final String reason) {
        final Wait before = current;
        current = new Wait(before == null ? clock.instant() : before.since(), reason);
    }

    public void isOver() {
        current = null;
    }

    public Optional<Wait> now() {
        return Optional.ofNullable(current);
    }
}
