package marketplace.service.waiting;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Pauses that grow with each failure up to a limit, and differ by chance so that not all come back at once. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;

    /**
     * A backoff.
     *
     * @param chance numbers from 0 to 1
     */
    public Backoff(final Duration first, final Duration longest, final DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** Waits after so many failures in a row that came before this one. */
    public void pause(final int failures) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(after(failures).toNanos());
    }

    /** From half of the full pause to all of it. */
    public Duration after(final int failures) {
        final long doubled = first.toNanos() << Math.min(failures, MOST_DOUBLINGS);
        final long full = Math.min(doubled, longest.toNanos());
        return Duration.ofNanos(full / 2 + (long) (full / 2.0 * chance.getAsDouble()));
    }
}
