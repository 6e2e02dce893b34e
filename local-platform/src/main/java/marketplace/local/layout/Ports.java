package marketplace.local.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every port of the platform, moved together by one offset so that two platforms can run side by side. */
public record Ports(int offset) {
    private static final int HIGHEST_BASE = 29_400;
    private static final int NODES = 3;
    private static final int BETWEEN_DATA_NODES = 10;

    public Ports {
        if (offset < 0 || offset > 65_535 - HIGHEST_BASE) {
            throw new IllegalArgumentException(
                    "The port offset must be from 0 to " + (65_535 - HIGHEST_BASE) + ", not " + offset + ".");
        }
    }

    /** Where clients reach a broker. */
    public int client(Cluster cluster, int node) {
        return cluster.firstPort() + node + offset;
    }

    /** Where brokers reach each other. */
    public int internal(Cluster cluster, int node) {
        return cluster.firstPort() + 100 + node + offset;
    }

    public int controller(Cluster cluster, int node) {
        return cluster.firstPort() + 200 + node + offset;
    }

    /** Where a broker tells its metrics. */
    public int metrics(Cluster cluster, int node) {
        return cluster.firstPort() + 300 + node + offset;
    }

    public int schemaRegistry() {
        return 8081 + offset;
    }

    public int kafkaConnect() {
        return 8083 + offset;
    }

    public int kafkaConnectMetrics() {
        return 8183 + offset;
    }

    /** Where mirror nodes talk to each other. */
    public int mirrorMaker() {
        return 8084 + offset;
    }

    public int mirrorMakerMetrics() {
        return 8184 + offset;
    }

    public int shopApi() {
        return 8085 + offset;
    }

    public int clientApi() {
        return 8086 + offset;
    }

    public int elasticsearch() {
        return 9200 + offset;
    }

    /** Where nodes of Elasticsearch would talk to each other, if there were more than one. */
    public int elasticsearchTransport() {
        return 9300 + offset;
    }

    /** Where clients of HDFS ask the NameNode. */
    public int hdfs() {
        return 9000 + offset;
    }

    /** The NameNode's web page. */
    public int hdfsWeb() {
        return 9870 + offset;
    }

    /** Where a DataNode takes and gives blocks. Each node's ports are ten higher than those of the one before. */
    public int dataNode(int node) {
        return 9866 + BETWEEN_DATA_NODES * node + offset;
    }

    /** Where a DataNode is asked about itself. */
    public int dataNodeIpc(int node) {
        return 9867 + BETWEEN_DATA_NODES * node + offset;
    }

    /** A DataNode's web page. */
    public int dataNodeWeb(int node) {
        return 9864 + BETWEEN_DATA_NODES * node + offset;
    }

    public int hadoopApi() {
        return 8087 + offset;
    }

    public int streamProcessing() {
        return 8091 + offset;
    }

    public int searchIndexer() {
        return 8092 + offset;
    }

    public int prometheus() {
        return 9060 + offset;
    }

    public int alertmanager() {
        return 9093 + offset;
    }

    /** Where the mailbox takes mail. */
    public int mailbox() {
        return 3025 + offset;
    }

    /** Where the mailbox shows what it has. */
    public int mailboxWeb() {
        return 8025 + offset;
    }

    /** Every port with the name of the part that listens there. */
    public Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        for (Cluster cluster : Cluster.values()) {
            for (int node = 0; node < NODES; node++) {
                all.put(cluster.node(node), client(cluster, node));
                all.put(cluster.node(node) + " (between brokers)", internal(cluster, node));
                all.put(cluster.node(node) + " (controller)", controller(cluster, node));
                all.put(cluster.node(node) + " (metrics)", metrics(cluster, node));
            }
        }
        all.put("schema-registry", schemaRegistry());
        all.put("kafka-connect", kafkaConnect());
        all.put("kafka-connect (metrics)", kafkaConnectMetrics());
        all.put("mirror-maker", mirrorMaker());
        all.put("mirror-maker (metrics)", mirrorMakerMetrics());
        all.put("shop-api", shopApi());
        all.put("client-api", clientApi());
        all.put("elasticsearch", elasticsearch());
        all.put("elasticsearch (between nodes)", elasticsearchTransport());
        all.put("hdfs", hdfs());
        all.put("hdfs (web)", hdfsWeb());
        for (int node = 0; node < NODES; node++) {
            all.put("hdfs (datanode " + node + ")", dataNode(node));
            all.put("hdfs (datanode " + node + ", ipc)", dataNodeIpc(node));
            all.put("hdfs (datanode " + node + ", web)", dataNodeWeb(node));
        }
        all.put("hadoop-api", hadoopApi());
        all.put("stream-processing", streamProcessing());
        all.put("search-indexer", searchIndexer());
        all.put("prometheus", prometheus());
        all.put("alertmanager", alertmanager());
        all.put("mailbox", mailbox());
        all.put("mailbox (web)", mailboxWeb());
        return all;
    }
}
