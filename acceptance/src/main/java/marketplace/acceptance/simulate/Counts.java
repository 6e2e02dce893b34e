package marketplace.acceptance.simulate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was done, and what was refused. Safe for use by many threads. */
final class Counts {
    private final Map<String, Long> done = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private long withoutHits;
    private String firstRefusal = "";

    /** So many of a kind were accepted. */
    synchronized void done(final String kind, final long count) {
        done.merge(kind, count, Long::sum);
    }

    /** A search found nothing. */
    synchronized void foundNothing() {
        withoutHits++;
    }

    /** One of a kind was not accepted. */
    synchronized void refused(final String kind, final long count, final String why) {
        refused.merge(kind, count, Long::sum);
        if (firstRefusal.isEmpty()) {
            firstRefusal = why;
        }
    }

    synchronized long done() {
        return sum(done);
    }

    /** Whether no more was refused than a platform refuses that is in haste: one of ten. */
    synchronized boolean isMostlyDone() {
        return sum(refused) * 9 <= sum(done);
    }

    synchronized long refused() {
        return sum(refused);
    }

    private static long sum(final Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All of it, a line for each kind. */
    synchronized String summary() {
        final StringBuilder text = new StringBuilder();
        final Map<String, Long> kinds = new TreeMap<>(done);
        refused.forEach((kind, count) -> kinds.putIfAbsent(kind, 0L));
        kinds.forEach((kind, count) -> text.append(String.format(
                Locale.ROOT,
                "  %-20s %,10d%s%s%n",
                kind,
                count,
                kind.equals(Simulation.SEARCHES)
                        ? String.format(Locale.ROOT, ", %,d of them found nothing", withoutHits)
                        : "",
                refused.containsKey(kind) ? String.format(Locale.ROOT, ", %,d refused", refused.get(kind)) : "")));
        if (!firstRefusal.isEmpty()) {
            text.append("  the first refusal: ").append(firstRefusal).append('\n');
        }
        return text.toString();
    }
}
