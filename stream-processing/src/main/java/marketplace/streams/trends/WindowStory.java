package marketplace.streams.trends;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The queries of one window, and what was said of them. */
final class WindowStory {
    private static final int TOLD = 5;
    /** More queries than that are thinned out to the most frequent: one that comes again comes with all its counts. */
    private static final int MOST = 1_000;

    private static final Comparator<Map.Entry<String, QueryCounts>> MOST_SEARCHED = Comparator.comparingLong(
                    (Map.Entry<String, QueryCounts> entry) -> entry.getValue().searches())
            .reversed()
            .thenComparing(Map.Entry::getKey);

    private final Instant start;
    private final Instant end;
    private final Map<String, QueryCounts> queries = new HashMap<>();
    private boolean changed;
    private boolean ended;

    WindowStory(final Instant start, final Instant end) {
        this.start = start;
        this.end = end;
    }

    Instant end() {
        return end;
    }

    void counted(final String query, final QueryCounts counts) {
        changed |= !counts.equals(queries.put(query, counts));
        if (queries.size() > MOST) {
            queries.keySet()
                    .retainAll(top(MOST / 2).stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        }
    }

    /** What there is to say now; nothing if it was said already. */
    Optional<String> lineAt(final Instant now) {
        final boolean ends = !ended && !now.isBefore(end);
        if (!changed && !ends) {
            return Optional.empty();
        }
        changed = false;
        ended |= ends;
        final String when = ended ? "from " + time(start) + " to " + time(end) : "since " + time(start);
        return Optional.of("searches " + when + " UTC: "
                + top(TOLD).stream().map(WindowStory::inWords).collect(Collectors.joining(", ")));
    }

    private List<Map.Entry<String, QueryCounts>> top(final int most) {
        return queries.entrySet().stream().sorted(MOST_SEARCHED).limit(most).toList();
    }

    private static String inWords(final Map.Entry<String, QueryCounts> query) {
        final QueryCounts counts = query.getValue();
        final String vain = counts.zeroHits() == 0 ? "" : " (" + counts.zeroHits() + " found nothing)";
        return "«" + query.getKey() + "» " + counts.searches() + vain;
    }

    private static LocalTime time(final Instant instant) {
        return LocalTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
