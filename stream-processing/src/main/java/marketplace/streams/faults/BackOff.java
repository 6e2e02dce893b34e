package marketplace.streams.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to wait after a failure: twice as long each time, up to a limit, and from the start again after a calm. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant last = Instant.EPOCH;
    private Duration pause = FIRST;

    BackOff(final Clock clock) {
        this.clock = clock;
    }

    /** Something failed just now: how long to wait before the next attempt. */
    synchronized Duration next() {
        final Instant now = clock.instant();
        if (last.plus(CALM).isBefore(now)) {
            pause = FIRST;
        }
        last = now;
        final Duration chosen = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        return chosen;
    }
}
