package marketplace.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The brokers of a cluster, as they take in what the controller has decided. A broker looks at new decisions first and
 * goes by them a moment later, before it looks at newer ones.
 */
final class Followers {
    /** A broker that finds nothing newer in this time has had time enough to go by what it knows. */
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final ClusterReader reader;
    private final long decided;
    private final Map<Integer, Sight> looking = new HashMap<>();

    private record Sight(long offset, Instant at) {}

    /** Of what is decided by now. */
    Followers(ClusterReader reader) {
        this.reader = reader;
        this.decided = reader.decided();
    }

    /** The brokers that do not go by it yet. */
    Set<Integer> behind() {
        return reader.seenByBrokers().entrySet().stream()
                .filter(broker -> !goesByIt(broker.getKey(), broker.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean goesByIt(int broker, long offset) {
        if (offset < decided) {
            return false;
        }
        Sight first = looking.computeIfAbsent(broker, id -> new Sight(offset, Instant.now()));
        return offset > first.offset() || Instant.now().isAfter(first.at().plus(ENOUGH));
    }
}
