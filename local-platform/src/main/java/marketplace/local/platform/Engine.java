package marketplace.local.platform;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A part that is a process.
 *
 * @param readiness tells of one start when it is over; a new one is asked for at each start
 * @param patience how long a start may take before that counts as a failure
 * @param address where it is reached, for people
 */
public record Engine(
        String name,
        Set<String> needs,
        Program program,
        Supplier<Readiness> readiness,
        Duration patience,
        String address)
        implements Part {
    public Engine {
        needs = Set.copyOf(needs);
    }
}
