package marketplace.catalogue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A cluster that the contract is applied to. */
final class ClusterPlace implements Place {
    private static final long BROKER_POLL_MS = 200;

    private final Catalogue catalogue;
    private final Cluster cluster;
    private final AdminCalls calls;
    private final Passwords passwords;
    private volatile String doing = "connecting";

    ClusterPlace(Catalogue catalogue, ClusterAccess access, Passwords passwords, Options options) {
        this.catalogue = catalogue;
        this.cluster = access.cluster();
        this.calls = new AdminCalls(access, options.timeout());
        this.passwords = passwords;
    }

    @Override
    public String label() {
        return calls.label();
    }

    @Override
    public String doing() {
        return doing;
    }

    @Override
    public Plan plan(boolean waitForBrokers) {
        doing = "looking at what is there";
        ClusterReader reader = new ClusterReader(calls);
        Set<String> wanted =
                catalogue.topicsOn(cluster).stream().map(TopicSpec::name).collect(Collectors.toSet());
        ClusterState state = reader.read(wanted);
        int brokers = ClusterPlanner.brokersWanted(catalogue, cluster, state);
        if (waitForBrokers && state.brokers() < brokers) {
            doing = "waiting for " + Lines.count(brokers, "broker");
            state = state.withBrokers(awaitBrokers(reader, brokers));
        }
        return ClusterPlanner.plan(catalogue, cluster, state, passwords);
    }

    private int awaitBrokers(ClusterReader reader, int wanted) {
        long deadline = System.nanoTime() + calls.timeout().toNanos();
        while (true) {
            int brokers = reader.brokers();
            if (brokers >= wanted || System.nanoTime() > deadline) {
                return brokers;
            }
            try {
                Thread.sleep(BROKER_POLL_MS);
            } catch (InterruptedException e) {
                throw calls.interrupted(e);
            }
        }
    }

    @Override
    public List<String> apply(List<Change> changes, Consumer<Change> made) {
        doing = "making " + Lines.count(changes.size(), "change");
        return new ClusterApplier(calls, passwords).apply(changes, made);
    }

    @Override
    public void close() {
        calls.close();
    }
}
