package marketplace.local.platform;

import java.time.Duration;
import java.util.Set;

/**
 * A part that is a process.
 *
 * @param address where it is reached, for people
 */
public record Engine(
        String name, Set<String> needs, Program program, Readiness readiness, Duration patience, String address)
        implements Part {
    public Engine {
        needs = Set.copyOf(needs);
    }
}
