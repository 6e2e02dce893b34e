package marketplace.hadoop.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When it is time to commit. Also by the clock on the wall: what came last on a topic that fell silent must not wait for
 * the next record.
 */
final class Rhythm {
    private static final Duration LATEST = Duration.ofHours(2);

    private final ExportSettings.Commit limits;
    private final Clock clock;
    private Instant first;
    private Instant last;
    private Instant oldest;
    private Instant newest;
    private long bytes;

    Rhythm(final ExportSettings.Commit limits, final Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** A record was added, with this time and that many bytes. */
    void add(final Instant timestamp, final long more) {
        last = clock.instant();
        if (first == null) {
            first = last;
            oldest = timestamp;
            newest = timestamp;
        }
        if (timestamp.isBefore(oldest)) {
            oldest = timestamp;
        }
        if (timestamp.isAfter(newest)) {
            newest = timestamp;
        }
        bytes += more;
    }

    /** Everything is committed, or forgotten. */
    void begin() {
        first = null;
        bytes = 0;
    }

    boolean isDue() {
        if (first == null) {
            return false;
        }
        final Instant now = clock.instant();
        return bytes >= limits.bytes()
                || isOver(oldest, newest, limits.span())
                || isOver(first, now, limits.age())
                || isOver(last, now, limits.idle());
    }

    /** So long after it was due that it is better begun anew. */
    boolean isTooLate() {
        return first != null && isOver(first, clock.instant(), LATEST);
    }

    private static boolean isOver(final Instant from, final Instant to, final Duration limit) {
        return Duration.between(from, to).compareTo(limit) >= 0;
    }
}
