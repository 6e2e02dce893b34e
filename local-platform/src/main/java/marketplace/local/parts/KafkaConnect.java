package marketplace.local.parts;

import java.time.Duration;
import java.util.Set;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Engine;

/** One Kafka Connect worker, distributed mode, on the primary cluster. */
final class KafkaConnect {
    static final String NAME = "kafka-connect";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private KafkaConnect() {}

    static Engine part(Setting setting, Jvm jvm, Set<String> needs) {
        var url = "http://127.0.0.1:" + setting.ports().kafkaConnect();
        var program = jvm.of(NAME, "kafka-connect-worker")
                .heap("256m")
                .underLoad()
                .environment("BOOTSTRAP_SERVERS", Cluster.PRIMARY.bootstrap(setting.ports(), setting.nodes()))
                .environment("SASL_JAAS_CONFIG", setting.secrets().jaas(NAME))
                .environment("TRUSTSTORE", setting.secrets().truststore())
                .environment("LISTENERS", url)
                .environment("REPLICATION", setting.replication())
                .environment("SCHEMA_REGISTRY_URL", SchemaRegistry.url(setting.ports()))
                .environment("FILES", setting.folder().files())
                .in(setting.home().distribution())
                .runs(
                        "marketplace.engines.Leash",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        setting.home()
                                .configuration("kafka-connect", "worker.properties")
                                .toString())
                .build();
        return new Engine(NAME, needs, program, () -> Http.answers(url + "/health"), PATIENCE, url);
    }
}
