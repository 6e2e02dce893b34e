package marketplace.bench.measure;

import java.util.List;
import marketplace.tool.load.Latencies;

/**
 * How long events are on their way, to each place where they can be seen. Every time is from when an event was meant to
 * be sent.
 *
 * @param name what travels
 * @param what it is about
 * @param hops the places, in the order in which events come by
 * @param notes what else there is to say, a line each
 */
public record Journey(String name, String what, List<Hop> hops, List<String> notes) implements Result {
    public Journey {
        hops = List.copyOf(hops);
        notes = List.copyOf(notes);
    }

    /**
     * A place.
     *
     * @param missing how many events were not seen there in time
     */
    public record Hop(String place, long seen, long missing, double p50, double p99, double most) {
        /** A place, from all that was seen there. */
        public static Hop of(final String place, final Latencies seen, final long sent) {
            return new Hop(
                    place, seen.count(), sent - seen.count(), seen.percentile(50), seen.percentile(99), seen.most());
        }
    }
}
