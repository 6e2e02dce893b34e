package marketplace.acceptance.platform;

import java.io.IOException;
import marketplace.tool.platform.Platform;

/** Starts what was killed on purpose, whatever happened meanwhile. */
public final class Revival {
    private Revival() {}

    /** Starts a part and waits until it is ready, also when somebody pressed Ctrl-C; that is remembered. */
    public static void of(final Platform platform, final String part) throws IOException {
        final boolean wasInterrupted = Thread.interrupted();
        try {
            platform.start(part);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
