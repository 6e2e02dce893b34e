package marketplace.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketplace.local.layout.Cluster;

/**
 * Where Prometheus finds on this machine what it watches: a file for each of its jobs, as its configuration expects them
 * beside it. In another place somebody else writes them.
 */
final class Targets {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Setting setting;

    Targets(Setting setting) {
        this.setting = setting;
    }

    /** One group of targets, in Prometheus' own form. */
    private record Group(List<String> targets, Map<String, String> labels) {}

    /** Writes all of them into a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var job : jobs().entrySet()) {
            JSON.writeValue(folder.resolve(job.getKey() + ".json").toFile(), job.getValue());
        }
    }

    private Map<String, List<Group>> jobs() {
        var ports = setting.ports();
        var jobs = new LinkedHashMap<String, List<Group>>();
        jobs.put("kafka", brokers());
        jobs.put("mirror-maker", List.of(one(MirrorMaker.NAME, ports.mirrorMakerMetrics(), Cluster.TARGET)));
        jobs.put("kafka-connect", List.of(one(KafkaConnect.NAME, ports.kafkaConnectMetrics(), Cluster.PRIMARY)));
        jobs.put(
                "service",
                List.of(
                        one("shop-api", ports.shopApi(), Cluster.PRIMARY),
                        one("client-api", ports.clientApi(), Cluster.PRIMARY),
                        one("stream-processing", ports.streamProcessing(), Cluster.PRIMARY),
                        one("search-indexer", ports.searchIndexer(), Cluster.TARGET),
                        one("hadoop-api", ports.hadoopApi(), Cluster.TARGET)));
        jobs.put("schema-registry", List.of(one(SchemaRegistry.NAME, ports.schemaRegistry())));
        jobs.put("elasticsearch", List.of(one(Elasticsearch.NAME, ports.elasticsearch())));
        jobs.put("hdfs", List.of(one(Hdfs.NAME, ports.hdfsWeb())));
        jobs.put("prometheus", List.of(one(Prometheus.NAME, ports.prometheus())));
        jobs.put("alertmanager", List.of(one(Alertmanager.NAME, ports.alertmanager())));
        return jobs;
    }

    private List<Group> brokers() {
        var brokers = new ArrayList<Group>();
        for (Cluster cluster : Cluster.values()) {
            for (int node = 0; node < setting.nodes(); node++) {
                brokers.add(one(cluster.node(node), setting.ports().metrics(cluster, node), cluster));
            }
        }
        return brokers;
    }

    private static Group one(String part, int port, Cluster cluster) {
        return new Group(List.of("127.0.0.1:" + port), Map.of("instance", part, "cluster", cluster.label()));
    }

    /** What belongs to neither of the clusters. */
    private static Group one(String part, int port) {
        return new Group(List.of("127.0.0.1:" + port), Map.of("instance", part));
    }
}
