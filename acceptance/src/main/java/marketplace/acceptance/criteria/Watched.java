package marketplace.acceptance.criteria;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import marketplace.acceptance.platform.Dashboards;
import marketplace.acceptance.platform.DeadBroker;
import marketplace.acceptance.platform.Revival;
import marketplace.acceptance.platform.Waiting;
import marketplace.acceptance.platform.Watch;

/** Somebody watches over the platform, and a broker that dies is heard of. */
final class Watched implements Criterion {
    /** Not one of those that other criteria kill: what is said of those may not be over yet. */
    private static final String VICTIM = "target-kafka-1";

    private static final int BROKERS = 6;

    private final Path home;

    /** @param home the checkout */
    Watched(final Path home) {
        this.home = home;
    }

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String title() {
        return "dashboards, JMX exporter, an alert on a dead broker reaches a mailbox and resolves";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final List<String> missing = Watch.missing(ground.platform());
        if (!missing.isEmpty()) {
            evidence.leftOut("no %s among the parts that are ready", String.join(", no ", missing));
            return evidence.finding();
        }
        final Watch watch = new Watch(ground.platform(), ground.http());
        metrics(watch, evidence);
        dashboards(watch, evidence);
        if (ground.withFaults()) {
            alarm(ground, watch, evidence);
        } else {
            evidence.leftOut("no broker was killed; --with-faults kills %s and waits for the mail", VICTIM);
        }
        return evidence.finding();
    }

    private static void metrics(final Watch watch, final Evidence evidence) throws IOException, InterruptedException {
        final List<Watch.Target> targets = watch.targets();
        final List<String> silent = targets.stream()
                .filter(target -> !target.answers())
                .map(Watch.Target::part)
                .toList();
        evidence.holds(
                silent.isEmpty() && !targets.isEmpty(),
                "Prometheus asks %d parts for their metrics%s",
                targets.size(),
                silent.isEmpty() ? ", and all answer" : "; no answer from " + String.join(", ", silent));
        evidence.holds(
                watch.series("kafka_partitions > 0") == BROKERS,
                "the JMX exporter of each of the %d brokers tells its metrics",
                BROKERS);
    }

    private void dashboards(final Watch watch, final Evidence evidence) throws IOException, InterruptedException {
        final Set<String> queries = Dashboards.queries(home);
        int answered = 0;
        for (final String query : queries) {
            if (watch.series(query) > 0) {
                answered++;
            }
        }
        evidence.figure("dashboard_queries", queries.size());
        evidence.figure("dashboard_queries_answered", answered);
        evidence.holds(
                !queries.isEmpty() && answered > 0,
                "Prometheus understands the %d queries of the dashboards; %d of them show something now",
                queries.size(),
                answered);
    }

    private static void alarm(final Ground ground, final Watch watch, final Evidence evidence)
            throws IOException, InterruptedException {
        final DeadBroker dead = new DeadBroker(watch, VICTIM);
        try {
            ground.platform().kill(VICTIM);
            evidence.holds(
                    Waiting.until(DeadBroker.HEARD_WITHIN, dead::isTold),
                    "%s was killed, and a mail came about %s",
                    VICTIM,
                    dead.name());
        } finally {
            Revival.of(ground.platform(), VICTIM);
        }
        evidence.holds(
                Waiting.until(DeadBroker.OVER_WITHIN, dead::isOver),
                "%s was started again, and a mail came that it is over",
                VICTIM);
    }
}
