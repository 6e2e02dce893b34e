package marketplace.acceptance.criteria;

import java.io.IOException;
import java.util.List;
import marketplace.acceptance.platform.Replicas;
import marketplace.acceptance.probe.ProbeReport;
import marketplace.catalogue.Cluster;

/** Everything is there three times, and the death of a broker is nobody's affair. */
final class Replication implements Criterion {
    private static final String VICTIM = "kafka-0";

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String title() {
        return "replication 3; one broker killed, nothing refused, nothing lost";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        for (final Cluster cluster : Cluster.values()) {
            look(ground, cluster, evidence);
        }
        if (ground.withFaults()) {
            final ProbeReport report = new BrokerDeath(ground, VICTIM, Cluster.PRIMARY).probe(evidence);
            Probing.tell(report, evidence);
        } else {
            evidence.leftOut("no broker was killed; --with-faults kills %s while events flow", VICTIM);
        }
        return evidence.finding();
    }

    private static void look(final Ground ground, final Cluster cluster, final Evidence evidence)
            throws IOException, InterruptedException {
        try (Replicas replicas = new Replicas(ground.platform(), ground.catalogue(), cluster)) {
            final List<String> lacking = replicas.lacking();
            evidence.holds(
                    lacking.isEmpty(),
                    "%s cluster, %d brokers: %d topics, %d partitions, each with 3 replicas in sync%s",
                    cluster.label(),
                    replicas.brokers(),
                    replicas.topics(),
                    replicas.partitions(),
                    lacking.isEmpty() ? "" : "; not so: " + String.join("; ", lacking));
            final List<String> wrong = replicas.wrongMinimum();
            evidence.holds(
                    wrong.isEmpty(),
                    "%s cluster: a write is acknowledged by two replicas at least%s",
                    cluster.label(),
                    wrong.isEmpty() ? "" : "; not on " + String.join(", ", wrong));
        }
    }
}
