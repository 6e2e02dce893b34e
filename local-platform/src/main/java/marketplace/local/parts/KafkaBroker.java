package marketplace.local.parts;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Engine;

/** A broker of one of the clusters, which is one of its controllers too. */
final class KafkaBroker {

    private KafkaBroker() {}

    static Engine part(Setting setting, Jvm jvm, Cluster cluster, int node) {
        var ports = setting.ports();
        var name = cluster.node(node);
        var client = "127.0.0.1:" + ports.client(cluster, node);
        var internal = "127.0.0.1:" + ports.internal(cluster, node);
        var controller = "127.0.0.1:" + ports.controller(cluster, node);
        var advertised = "CLIENT://" + client + ",INTERNAL://" + internal;
        var program = jvm.of(name, "kafka")
                .heap("320m")
                .underLoad()
                .precedence(Precedence.EVENTS)
                .measured(setting, ports.metrics(cluster, node), "kafka.yml")
                .recordsArchive(cluster == Cluster.PRIMARY && node == 0)
                .environment("NODE_ID", node)
                .environment("CLUSTER", cluster.label())
                .environment("CLUSTER_ID", cluster.id())
                .environment("QUORUM_VOTERS", voters(setting, cluster))
                .environment("LISTENERS", advertised + ",CONTROLLER://" + controller)
                .environment("ADVERTISED_LISTENERS", advertised)
                .environment("LOG_DIRS", setting.folder().data(name))
                .environment("KEYSTORE", setting.secrets().keystore(name))
                .environment("TRUSTSTORE", setting.secrets().truststore())
                .environment("ADMIN_PASSWORD_FILE", setting.secrets().adminPasswordFile())
                .environment("REPLICATION", setting.replication())
                .environment("MIN_INSYNC", setting.minInsync())
                .runs(
                        "marketplace.engines.kafka.Broker",
                        setting.home()
                                .configuration("engines", "kafka", "config", "broker.properties")
                                .toString())
                .build();
        return new Engine(
                name,
                Set.of(),
                program,
                () -> new BrokerReadiness(node, ports.client(cluster, node), ClusterAdmin.settings(setting, cluster)),
                client);
    }

    private static String voters(Setting setting, Cluster cluster) {
        return IntStream.range(0, setting.nodes())
                .mapToObj(node -> node + "@127.0.0.1:" + setting.ports().controller(cluster, node))
                .collect(Collectors.joining(","));
    }
}
