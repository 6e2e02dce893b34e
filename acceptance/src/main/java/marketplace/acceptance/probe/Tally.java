package marketplace.acceptance.probe;

import java.util.BitSet;
import marketplace.tool.load.Latencies;

/** How often each numbered event was seen, and how late the first time. Safe for use by many threads. */
final class Tally {
    private final int[] seen;
    private final int warmUp;
    private final Latencies latencies = new Latencies();

    /**
     * A tally of nothing.
     *
     * @param count how many events there will be
     * @param warmUp the times of how many at the beginning do not count
     */
    Tally(final int count, final int warmUp) {
        this.seen = new int[count];
        this.warmUp = warmUp;
    }

    /** An event was seen so many nanoseconds after it was to be sent. */
    synchronized void add(final int number, final long nanos) {
        seen[number]++;
        if (seen[number] == 1 && number >= warmUp) {
            latencies.add(nanos);
        }
    }

    /** Whether all of these were seen. */
    synchronized boolean hasAll(final BitSet expected) {
        return expected.stream().allMatch(number -> seen[number] > 0);
    }

    /** The sum of it. */
    synchronized ProbeReport.Side side(final BitSet accepted) {
        long received = 0;
        long twice = 0;
        for (final int times : seen) {
            received += times > 0 ? 1 : 0;
            twice += times > 1 ? 1 : 0;
        }
        final long lost = accepted.stream().filter(number -> seen[number] == 0).count();
        return new ProbeReport.Side(
                received, lost, twice, latencies.percentile(50), latencies.percentile(99), latencies.most());
    }
}
