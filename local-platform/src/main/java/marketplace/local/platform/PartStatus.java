package marketplace.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A part as it stands at one moment.
 *
 * @param since when it came into this state
 * @param took how long it took to become ready, zero before it was
 * @param note what is worth saying beside the state, or nothing
 */
public record PartStatus(
        String name,
        PartState state,
        Instant since,
        Duration took,
        OptionalLong pid,
        OptionalLong residentBytes,
        OptionalLong cpuMillis,
        String address,
        String note) {}
