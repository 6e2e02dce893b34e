package marketplace.acceptance.criteria;

import java.io.IOException;

/** One of the things that the platform is held to. */
public interface Criterion {
    /** Its number in the design. */
    int number();

    /** What is to be true, in a few words. */
    String title();

    /** Whether it takes so long that others are tried meanwhile. */
    default boolean isSlow() {
        return false;
    }

    /**
     * Tries it. What it needs of its own it takes from its ground, which takes it all away again.
     *
     * @throws IOException if it could not be tried to its end
     */
    Finding examine(Ground ground) throws IOException, InterruptedException;
}
