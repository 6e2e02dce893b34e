package marketplace.local.parts;

import java.util.Set;
import java.util.function.Supplier;
import marketplace.catalogue.MirrorPatterns;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Engine;
import marketplace.local.platform.Readiness;

/** MirrorMaker 2, which carries the mirrored topics from the primary cluster to the target. */
final class MirrorMaker {
    static final String NAME = "mirror-maker";

    private MirrorMaker() {}

    static Engine part(Setting setting, Jvm jvm, Set<String> needs, Supplier<Readiness> heartbeats) {
        var listens = "http://127.0.0.1:" + setting.ports().mirrorMaker();
        var program = jvm.of(NAME, NAME)
                .heap("256m")
                .underLoad()
                .measured(setting, setting.ports().mirrorMakerMetrics(), "connect.yml")
                .environment("PRIMARY_BOOTSTRAP_SERVERS", Cluster.PRIMARY.bootstrap(setting.ports(), setting.nodes()))
                .environment("TARGET_BOOTSTRAP_SERVERS", Cluster.TARGET.bootstrap(setting.ports(), setting.nodes()))
                .environment("SASL_JAAS_CONFIG", setting.secrets().jaas(NAME))
                .environment("TRUSTSTORE", setting.secrets().truststore())
                .environment("MIRROR_TOPICS", MirrorPatterns.topics(setting.catalogue()))
                .environment("MIRROR_GROUPS", MirrorPatterns.groups(setting.catalogue()))
                .environment("LISTENERS", listens)
                .environment("REPLICATION", setting.replication())
                .runs(
                        "marketplace.engines.Leash",
                        "marketplace.engines.metrics.Measured",
                        "org.apache.kafka.connect.mirror.MirrorMaker",
                        setting.home()
                                .configuration("mirror-maker", "mirror-maker.properties")
                                .toString())
                .build();
        return new Engine(NAME, needs, program, heartbeats, "primary → target");
    }
}
