package marketplace.local.parts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Part;

/** The parts of the platform on one machine. */
public final class LocalPlatform implements AutoCloseable {
    private final Setting setting;
    private final Jvm jvm;
    private final Clock clock;
    private final Map<Cluster, ClusterAdmin> admins = new EnumMap<>(Cluster.class);

    public LocalPlatform(Setting setting, Archives archives, Clock clock) {
        this.setting = setting;
        this.jvm = new Jvm(setting.home(), setting.folder(), archives);
        this.clock = clock;
        for (Cluster cluster : Cluster.values()) {
            admins.put(cluster, new ClusterAdmin(setting, cluster));
        }
    }

    /** All parts, each after those that it needs, and what watches over them. */
    public List<Part> parts(Monitoring monitoring) {
        var parts = new ArrayList<>(parts());
        parts.addAll(monitoring.parts(jvm, parts));
        return parts;
    }

    /** All parts, each after those that it needs; nobody watches. */
    public List<Part> parts() {
        var contract = new ContractSteps(setting);
        var parts = new ArrayList<Part>();
        for (Cluster cluster : Cluster.values()) {
            for (int node = 0; node < setting.nodes(); node++) {
                parts.add(KafkaBroker.part(setting, jvm, cluster, node));
            }
            parts.add(contract.of(cluster, admins.get(cluster)));
        }
        parts.add(SchemaRegistry.part(setting, jvm));
        parts.add(Elasticsearch.part(setting, jvm));
        parts.add(Hdfs.part(setting, jvm));
        parts.add(contract.ofSchemas());
        parts.add(MirrorMaker.part(
                setting,
                jvm,
                Set.of(ContractSteps.name(Cluster.PRIMARY), ContractSteps.name(Cluster.TARGET)),
                () -> new Heartbeats(setting, clock)));
        var services = new Services(setting, jvm);
        parts.add(services.shopApi());
        parts.add(services.clientApi());
        parts.add(services.streamProcessing());
        parts.add(services.searchIndexer());
        parts.add(services.hadoopApi());
        parts.add(KafkaConnect.part(setting, jvm, Set.of(ContractSteps.name(Cluster.PRIMARY))));
        parts.add(KafkaConnect.connectors(setting, Set.of(KafkaConnect.NAME, ContractSteps.SCHEMAS)));
        return parts;
    }

    @Override
    public void close() {
        admins.values().forEach(ClusterAdmin::close);
    }
}
