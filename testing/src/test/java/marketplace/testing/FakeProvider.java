package marketplace.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.catalogue.Cluster;

/** Engines that are only written down. */
final class FakeProvider implements EngineProvider {
    private final Set<Engine> broken;
    final List<Set<Engine>> asked = new ArrayList<>();

    FakeProvider(Engine... broken) {
        this.broken = Set.of(broken);
    }

    @Override
    public List<String> start(Set<Engine> wanted) {
        asked.add(wanted);
        if (wanted.stream().anyMatch(broken::contains)) {
            throw new EnginesException(
                    "kafka-0 left with exit code 1 before it was ready.", List.of("disk full"), null);
        }
        return List.of();
    }

    @Override
    public Map<String, String> client(Cluster cluster, String principal) {
        return Map.of("bootstrap.servers", cluster.label(), "user", principal);
    }

    @Override
    public Map<String, String> admin(Cluster cluster) {
        return client(cluster, "admin");
    }

    @Override
    public boolean enforcesRights() {
        return true;
    }

    @Override
    public String schemaRegistryUrl() {
        return "http://registry";
    }

    @Override
    public String connectUrl() {
        return "http://connect";
    }

    @Override
    public String elasticsearchUrl() {
        return "http://elasticsearch";
    }

    @Override
    public String hdfsUrl() {
        return "hdfs://names";
    }

    @Override
    public void close() {}
}
