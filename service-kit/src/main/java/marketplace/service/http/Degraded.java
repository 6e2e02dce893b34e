package marketplace.service.http;

import io.micronaut.health.HealthStatus;

/** The health of what does its work, and not all that goes with it. */
public final class Degraded {
    /** Worse than up and better than down. It leaves open whether that is operational: else it would rank with up. */
    public static final HealthStatus STATUS =
            new HealthStatus("DEGRADED", "Does its work, and not all that goes with it", null, 500);

    private Degraded() {}
}
