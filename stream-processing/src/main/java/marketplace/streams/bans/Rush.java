package marketplace.streams.bans;

/**
 * Many publications one close upon the other, as when a shop sends its catalogue. Its end is worth a commit of its own, so
 * that what was sent together is allowed at once. What trickles in waits for the next commit that comes anyway: each costs
 * as much, whatever is in it.
 *
 * <p>One for all tasks: while any of them has something to do it is not over.
 */
final class Rush {
    private static final int MANY = 200;
    private static final long CLOSE_MS = 250;
    private static final long QUIET_MS = 20;

    private long began;
    private long last;
    private int publications;

    /** A publication was dealt with. */
    synchronized void goesOn(final long now) {
        if (now - began > CLOSE_MS) {
            began = now;
            publications = 0;
        }
        publications++;
        last = now;
    }

    synchronized boolean isOn() {
        return publications >= MANY;
    }

    /** True once, when there were many and no more have come for a moment. */
    synchronized boolean isJustOver(final long now) {
        if (!isOn() || now - last < QUIET_MS) {
            return false;
        }
        publications = 0;
        return true;
    }
}
