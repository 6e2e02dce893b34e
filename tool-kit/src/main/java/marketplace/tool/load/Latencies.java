package marketplace.tool.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long each of many things took, counted from when it was meant to begin and not from when there was time for it:
 * so a stall shows in all that had to wait behind it.
 */
public final class Latencies {
    private static final int DIGITS = 3;

    private final Histogram microseconds = new Histogram(DIGITS);

    /** Adds one. Safe for use by many threads. */
    public synchronized void add(final long nanos) {
        microseconds.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    public synchronized long count() {
        return microseconds.getTotalCount();
    }

    /** Milliseconds within which that share, in percent, was done. */
    public synchronized double percentile(final double percent) {
        return microseconds.getValueAtPercentile(percent) / 1_000.0;
    }

    /** Milliseconds that the slowest took. */
    public synchronized double most() {
        return microseconds.getMaxValue() / 1_000.0;
    }
}
