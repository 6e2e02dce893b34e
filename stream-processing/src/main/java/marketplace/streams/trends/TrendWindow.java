package marketplace.streams.trends;

import java.time.Duration;
import org.apache.kafka.streams.kstream.TimeWindows;

/**
 * The windows of time in which searches are counted.
 *
 * @param size how long each is
 * @param grace how long after its end a search that comes late still counts
 */
public record TrendWindow(Duration size, Duration grace) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException which says what is wrong with the windows */
    public TrendWindow {
        if (size.compareTo(SHORTEST) < 0 || size.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A window takes from a second to a day, not " + size);
        }
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Late searches count for up to a day, not " + grace);
        }
    }

    TimeWindows windows() {
        return TimeWindows.ofSizeAndGrace(size, grace);
    }

    /** How old a search can be and still count: one that was made as its window began, and came as the grace ended. */
    Duration reach() {
        return size.plus(grace);
    }
}
