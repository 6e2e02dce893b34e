package marketplace.local.parts;

import java.util.HashSet;
import java.util.Set;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Engine;
import marketplace.local.platform.Program;

/** Our own services: each runs as its principal of the catalogue, on one cluster. */
final class Services {
    private static final String SHOP_API = "shop-api";
    private static final String CLIENT_API = "client-api";
    private static final String STREAM_PROCESSING = "stream-processing";
    private static final String SEARCH_INDEXER = "search-indexer";

    private static final String HADOOP_API = "hadoop-api";

    private final Setting setting;
    private final Jvm jvm;

    Services(Setting setting, Jvm jvm) {
        this.setting = setting;
        this.jvm = jvm;
    }

    /** Where shops publish and moderators ban. */
    Engine shopApi() {
        var port = setting.ports().shopApi();
        var program = on(Cluster.PRIMARY, SHOP_API, port)
                .heap("160m")
                .runs("marketplace.engines.Leash", "marketplace.shop.Application")
                .build();
        return part(SHOP_API, Cluster.PRIMARY, Set.of(), program, port);
    }

    /** Where clients search, and where it is told what they do. */
    Engine clientApi() {
        var port = setting.ports().clientApi();
        var program = on(Cluster.PRIMARY, CLIENT_API, port)
                .heap("128m")
                .environment("ELASTICSEARCH_URL", Elasticsearch.url(setting.ports()))
                .runs("marketplace.engines.Leash", "marketplace.client.Application")
                .build();
        return part(CLIENT_API, Cluster.PRIMARY, Set.of(Elasticsearch.NAME), program, port);
    }

    /** What filters banned products and counts searches. Its stores are kept with the platform's data. */
    Engine streamProcessing() {
        var port = setting.ports().streamProcessing();
        var state = setting.folder().data(STREAM_PROCESSING);
        var program = on(Cluster.PRIMARY, STREAM_PROCESSING, port)
                .heap("128m")
                .environment("KAFKA_STATE_DIR", state)
                // Otherwise a process that is killed leaves its copy of the library in the folder for temporary files.
                .environment("ROCKSDB_SHAREDLIB_DIR", state)
                .runs("marketplace.engines.Leash", "marketplace.streams.Application")
                .build();
        return part(STREAM_PROCESSING, Cluster.PRIMARY, Set.of(), program, port);
    }

    /** What puts the mirrored topics into Elasticsearch. */
    Engine searchIndexer() {
        var port = setting.ports().searchIndexer();
        var program = on(Cluster.TARGET, SEARCH_INDEXER, port)
                .heap("128m")
                .environment("ELASTICSEARCH_URL", Elasticsearch.url(setting.ports()))
                .runs("marketplace.engines.Leash", "marketplace.indexer.Application")
                .build();
        return part(SEARCH_INDEXER, Cluster.TARGET, Set.of(Elasticsearch.NAME), program, port);
    }

    /** What puts the mirrored topics into tables on HDFS. */
    Engine hadoopApi() {
        var port = setting.ports().hadoopApi();
        var program = on(Cluster.TARGET, HADOOP_API, port)
                .heap("256m")
                .precedence(Precedence.LATER)
                .environment("LAKE_WAREHOUSE", Hdfs.url(setting.ports()) + "/")
                .environment("HADOOP_USER_NAME", HADOOP_API)
                // Comes back as itself after a kill, and need not wait until the group has given it up.
                .environment("EXPORT_INSTANCE", HADOOP_API)
                .environment(
                        "RECOMMENDATIONS_ARCHIVE",
                        jvm.archive("recommendations").toString())
                // The job that it starts publishes as itself.
                .environment(
                        "RECOMMENDATIONS_SASL_JAAS_CONFIG", setting.secrets().jaas("recommendations"))
                .runs("marketplace.engines.Leash", "marketplace.hadoop.Application")
                .build();
        return part(HADOOP_API, Cluster.TARGET, Set.of(Hdfs.NAME), program, port);
    }

    private Jvm.Builder on(Cluster cluster, String name, int port) {
        return jvm.of(name, name)
                .underLoad()
                .environment("SERVER_PORT", port)
                .environment("KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrap(setting.ports(), setting.nodes()))
                .environment("KAFKA_SASL_JAAS_CONFIG", setting.secrets().jaas(name))
                .environment("KAFKA_SSL_TRUSTSTORE_LOCATION", setting.secrets().truststore())
                .environment("SCHEMA_REGISTRY_URL", SchemaRegistry.url(setting.ports()));
    }

    private static Engine part(String name, Cluster cluster, Set<String> alsoNeeds, Program program, int port) {
        var needs = new HashSet<>(alsoNeeds);
        needs.add(ContractSteps.name(cluster));
        needs.add(ContractSteps.SCHEMAS);
        var url = "http://127.0.0.1:" + port;
        return new Engine(name, needs, program, () -> Http.answers(url + "/health/readiness"), url);
    }
}
