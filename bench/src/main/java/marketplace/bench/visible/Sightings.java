package marketplace.bench.visible;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import marketplace.tool.load.Latencies;

/** When each event was first seen at one place, against when it was to be sent. Safe for use by many threads. */
final class Sightings {
    private final AtomicLongArray intended;
    private final AtomicIntegerArray seen;
    private final Latencies latencies = new Latencies();

    /** @param intended when each event was to be sent; 0 for one that was not sent yet */
    Sightings(final AtomicLongArray intended) {
        this.intended = intended;
        this.seen = new AtomicIntegerArray(intended.length());
    }

    /** An event is here; that it comes again says nothing new. */
    void see(final int number, final long now) {
        if (number >= 0 && number < intended.length() && seen.compareAndSet(number, 0, 1)) {
            latencies.add(now - intended.get(number));
        }
    }

    boolean isComplete() {
        return latencies.count() == intended.length();
    }

    Latencies latencies() {
        return latencies;
    }
}
