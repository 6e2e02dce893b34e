package marketplace.local.platform;

import java.time.Duration;
import java.util.Set;

/** A part that is done once and leaves no process behind. */
public record Step(String name, Set<String> needs, Work work, Duration patience) implements Part {
    public Step {
        needs = Set.copyOf(needs);
    }

    /** What a step does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and returns one line that says what came of it. */
        String run() throws Exception;
    }
}
