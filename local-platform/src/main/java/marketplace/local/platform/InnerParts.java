package marketplace.local.platform;

import java.util.List;

/** Looks at what a step has brought into an engine. */
@FunctionalInterface
public interface InnerParts {
    /**
     * All that should be there, each as it stands now: what is missing, or cannot be seen, has failed. It is asked
     * whenever somebody looks at the platform, so it must answer within a few seconds, whatever the engine does.
     */
    List<InnerPart> look();

    /** For a step that leaves nothing behind that could fail later. */
    static InnerParts none() {
        return List::of;
    }
}
