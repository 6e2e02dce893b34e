package marketplace.local.platform;

import java.util.Set;

/**
 * A part that is done once and leaves no process behind; starting it again does it again.
 *
 * @param inside what it brings into an engine and leaves to live there; looked at once the step is done
 */
public record Step(String name, Set<String> needs, Work work, InnerParts inside) implements Part {
    public Step {
        needs = Set.copyOf(needs);
    }

    /** A step that leaves nothing behind that could fail later. */
    public Step(String name, Set<String> needs, Work work) {
        this(name, needs, work, InnerParts.none());
    }

    /** What a step does. It bounds its own time. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and returns one line that says what came of it. */
        String run() throws Exception;
    }
}
