package marketplace.local.preflight;

import java.util.random.RandomGenerator;
import marketplace.local.layout.Ports;

/** Finds room for one more platform beside those that run. */
public final class FreePorts {
    private static final int TRIES = 200;
    /** Ports above are what the operating system gives to those who do not ask for one. */
    private static final int HIGHEST_OFFSET = 3_000;

    private FreePorts() {}

    /** Ports of which none is taken now. */
    public static Ports find(Machine machine, RandomGenerator random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var ports = new Ports(random.nextInt(500, HIGHEST_OFFSET));
            if (ports.all().values().stream().allMatch(machine::isFree)) {
                return ports;
            }
        }
        throw new IllegalStateException("No room for another platform: every port offset that was tried is taken.");
    }
}
