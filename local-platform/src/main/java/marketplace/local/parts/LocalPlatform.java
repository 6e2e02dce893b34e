package marketplace.local.parts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Part;

/** The parts of the platform on one machine. */
public final class LocalPlatform implements AutoCloseable {
    private final Setting setting;
    private final Jvm jvm;
    private final Map<Cluster, ClusterWatch> watches = new EnumMap<>(Cluster.class);

    public LocalPlatform(Setting setting, Archives archives) {
        this.setting = setting;
        this.jvm = new Jvm(setting.home(), setting.folder(), archives);
        for (Cluster cluster : Cluster.values()) {
            watches.put(cluster, new ClusterWatch(setting, cluster));
        }
    }

    /** All parts, each after those that it needs. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (Cluster cluster : Cluster.values()) {
            for (int node = 0; node < setting.nodes(); node++) {
                parts.add(KafkaBroker.part(setting, jvm, cluster, node, watches.get(cluster)));
            }
        }
        parts.add(SchemaRegistry.part(setting, jvm));
        return parts;
    }

    @Override
    public void close() {
        watches.values().forEach(ClusterWatch::close);
    }
}
