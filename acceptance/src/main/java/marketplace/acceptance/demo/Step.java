package marketplace.acceptance.demo;

import java.io.IOException;

/** A step of the story. */
interface Step {
    /** What happens, in a few words. */
    String title();

    /** Does it, and shows the evidence. */
    void perform(Scene scene) throws IOException, InterruptedException;
}
