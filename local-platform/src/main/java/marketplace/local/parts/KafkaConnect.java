package marketplace.local.parts;

import java.time.Duration;
import java.util.Set;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Engine;
import marketplace.local.platform.Step;

/** One Kafka Connect worker, distributed mode, on the primary cluster, and what it runs. */
final class KafkaConnect {
    static final String NAME = "kafka-connect";

    private static final Duration CONNECTORS_PATIENCE = Duration.ofSeconds(30);

    private KafkaConnect() {}

    static Engine part(Setting setting, Jvm jvm, Set<String> needs) {
        var url = url(setting);
        var program = jvm.of(NAME, "kafka-connect-worker")
                .heap("256m")
                .underLoad()
                .precedence(Precedence.LATER)
                .measured(setting, setting.ports().kafkaConnectMetrics(), "connect.yml")
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
                        "marketplace.engines.metrics.Measured",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        setting.home()
                                .configuration("kafka-connect", "worker.properties")
                                .toString())
                .build();
        return new Engine(NAME, needs, program, () -> Http.answers(url + "/health"), url);
    }

    /** The connectors in the checkout, as soon as the worker serves and the schemas that they read are known. */
    static Step connectors(Setting setting, Set<String> needs) {
        var definitions = setting.home().configuration(NAME, "connectors");
        return new Connectors(definitions, setting.folder().files(), new ConnectRest(url(setting)), CONNECTORS_PATIENCE)
                .step(needs);
    }

    private static String url(Setting setting) {
        return "http://127.0.0.1:" + setting.ports().kafkaConnect();
    }
}
