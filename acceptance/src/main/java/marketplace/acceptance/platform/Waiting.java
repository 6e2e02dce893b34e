package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Looks again and again until something is there. */
public final class Waiting {
    private static final long BETWEEN_LOOKS_MS = 50;

    private Waiting() {}

    /** One look at what may be there. */
    @FunctionalInterface
    public interface Look<T> {
        Optional<T> look() throws IOException, InterruptedException;
    }

    /** A condition that may hold. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** What is seen first, or nothing if nothing is seen for that long. */
    public static <T> Optional<T> forSight(final Duration patience, final Look<T> look)
            throws IOException, InterruptedException {
        final long begin = System.nanoTime();
        while (true) {
            final Optional<T> seen = look.look();
            if (seen.isPresent() || System.nanoTime() - begin > patience.toNanos()) {
                return seen;
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
    }

    /** Whether it holds within that time. */
    public static boolean until(final Duration patience, final Condition condition)
            throws IOException, InterruptedException {
        return forSight(patience, () -> condition.holds() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }
}
