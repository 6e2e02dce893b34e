package marketplace.streams.trends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.kstream.Window;
import org.slf4j.Logger;

/**
 * What people search for most, told now and then in a line that somebody who follows the log wants to read: of a window
 * that goes on if something changed since the last line, and of one that has ended once more. It knows what was counted
 * in this process since it started. Safe for use by many threads.
 */
public final class SearchStory {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    /** A window that ended longer ago is history: a backlog that is caught up with makes no lines. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private final Logger log;
    private final Clock clock;
    private final Map<Instant, WindowStory> windows = new TreeMap<>();
    private Instant last;

    public SearchStory(final Logger log, final Clock clock) {
        this.log = log;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** A query was counted in a window; these are its counts from now on. */
    synchronized void counted(final Window window, final String query, final QueryCounts counts) {
        if (isNews(window.endTime(), clock.instant())) {
            windows.computeIfAbsent(window.startTime(), start -> new WindowStory(window.startTime(), window.endTime()))
                    .counted(query, counts);
        }
    }

    /** To be called often: says what there is to say, if it is time. */
    public synchronized void tell() {
        final Instant now = clock.instant();
        if (now.isBefore(last.plus(CADENCE))) {
            return;
        }
        last = now;
        windows.values().forEach(window -> window.lineAt(now).ifPresent(line -> log.info("{}", line)));
        windows.values().removeIf(window -> !isNews(window.end(), now));
    }

    private static boolean isNews(final Instant end, final Instant now) {
        return end.plus(NEWS).isAfter(now);
    }
}
