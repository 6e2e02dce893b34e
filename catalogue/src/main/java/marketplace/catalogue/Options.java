package marketplace.catalogue;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the contract is applied.
 *
 * @param timeout how long each answer of a cluster or the registry may take, and how long new topics may take to get
 *     leaders
 * @param maximumReplication no topic gets more replicas than that, for machines with fewer brokers
 */
public record Options(Duration timeout, OptionalInt maximumReplication) {
    public Options {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("A timeout of " + timeout + " leaves no time");
        }
    }

    /** Thirty seconds, and replication as the catalogue says. */
    public static Options defaults() {
        return new Options(Duration.ofSeconds(30), OptionalInt.empty());
    }

    public Options withTimeout(Duration limit) {
        return new Options(limit, maximumReplication);
    }

    public Options withReplicationAtMost(int maximum) {
        return new Options(timeout, OptionalInt.of(maximum));
    }
}
