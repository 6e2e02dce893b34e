package marketplace.local.platform;

import java.util.Set;

/** One thing that the platform brings up, after the parts that it needs. */
public sealed interface Part permits Engine, Step {
    String name();

    /** The names of the parts that must be ready before this one starts. */
    Set<String> needs();
}
