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
    /**
     * All parts start at once, and a slow machine takes minutes for that. What dies is noticed at once, and only what hangs
     * is waited for so long.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public Engine {
        needs = Set.copyOf(needs);
    }

    /** As patient as with any part. */
    public Engine(String name, Set<String> needs, Program program, Supplier<Readiness> readiness, String address) {
        this(name, needs, program, readiness, PATIENCE, address);
    }
}
