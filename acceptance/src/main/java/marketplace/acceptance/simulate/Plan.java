package marketplace.acceptance.simulate;

import java.time.Duration;

/**
 * What is to be simulated.
 *
 * @param rate deeds a second
 * @param load how long
 */
record Plan(int rate, Duration load) {
    /** How many deeds that is. */
    long deeds() {
        return Math.max(1, rate * load.toMillis() / 1_000);
    }
}
