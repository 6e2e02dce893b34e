package marketplace.local.platform;

import java.util.Set;

/** A part that is done once and leaves no process behind; starting it again does it again. */
public record Step(String name, Set<String> needs, Work work) implements Part {
    public Step {
        needs = Set.copyOf(needs);
    }

    /** What a step does. It bounds its own time. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and returns one line that says what came of it. */
        String run() throws Exception;
    }
}
