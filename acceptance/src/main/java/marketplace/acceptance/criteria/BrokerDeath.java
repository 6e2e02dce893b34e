package marketplace.acceptance.criteria;

import java.io.IOException;
import java.time.Duration;
import marketplace.acceptance.platform.Replicas;
import marketplace.acceptance.platform.Revival;
import marketplace.acceptance.platform.Waiting;
import marketplace.acceptance.probe.MirrorProbe;
import marketplace.acceptance.probe.ProbeReport;
import marketplace.catalogue.Cluster;

/** A broker is killed while events flow, and started again afterwards. */
final class BrokerDeath {
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final Duration COMING_BACK = Duration.ofSeconds(90);

    private final Ground ground;
    private final String victim;
    private final Cluster cluster;

    BrokerDeath(final Ground ground, final String victim, final Cluster cluster) {
        this.ground = ground;
        this.victim = victim;
        this.cluster = cluster;
    }

    /** What the probe saw meanwhile; evidence has that the broker died and came back. */
    ProbeReport probe(final Evidence evidence) throws IOException, InterruptedException {
        final MirrorProbe probe = new MirrorProbe(
                ground.platform(),
                ground.requests(),
                ground.http(),
                ground.visitor().own(victim));
        final ProbeReport report;
        try {
            report = probe.run(Probing.RATE, LOAD, () -> ground.platform().kill(victim));
        } finally {
            Revival.of(ground.platform(), victim);
        }
        try (Replicas replicas = new Replicas(ground.platform(), ground.catalogue(), cluster)) {
            evidence.holds(
                    Waiting.until(COMING_BACK, () -> replicas.lacking().isEmpty()),
                    "%s was killed after a third of %d s and started again: every replica is in sync",
                    victim,
                    LOAD.toSeconds());
        }
        return report;
    }
}
