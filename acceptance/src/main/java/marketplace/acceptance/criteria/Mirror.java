package marketplace.acceptance.criteria;

import java.io.IOException;
import java.time.Duration;
import marketplace.acceptance.probe.MirrorProbe;
import marketplace.catalogue.Cluster;

/** What comes onto the primary cluster is on the target, once. */
final class Mirror implements Criterion {
    private static final String VICTIM = "target-kafka-0";
    private static final Duration LOAD = Duration.ofSeconds(8);

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String title() {
        return "the second cluster holds the same records, none lost, none twice";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        if (ground.withFaults()) {
            Probing.tell(new BrokerDeath(ground, VICTIM, Cluster.TARGET).probe(evidence), evidence);
        } else {
            Probing.tell(
                    new MirrorProbe(
                                    ground.platform(),
                                    ground.requests(),
                                    ground.http(),
                                    ground.visitor().own("mirror"))
                            .run(Probing.RATE, LOAD, () -> {}),
                    evidence);
        }
        return evidence.finding();
    }
}
