package marketplace.local.layout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One of the two Kafka clusters. */
public enum Cluster {
    PRIMARY("primary", "kafka-", 19_092, "marketplace-primary-AA"),
    TARGET("target", "target-kafka-", 29_092, "marketplace-target-AAA");

    private final String label;
    private final String prefix;
    private final int firstPort;
    private final String id;

    Cluster(String label, String prefix, int firstPort, String id) {
        this.label = label;
        this.prefix = prefix;
        this.firstPort = firstPort;
        this.id = id;
    }

    /** Its name in the catalogue. */
    public String label() {
        return label;
    }

    /** The same cluster as the catalogue knows it. */
    public marketplace.catalogue.Cluster inCatalogue() {
        return marketplace.catalogue.Cluster.valueOf(name());
    }

    /** The identity that Kafka writes into its data; the same for every data folder, so that a node can be moved. */
    public String id() {
        return id;
    }

    int firstPort() {
        return firstPort;
    }

    public String node(int number) {
        return prefix + number;
    }

    public List<String> nodes(int count) {
        return IntStream.range(0, count).mapToObj(this::node).toList();
    }

    /** The bootstrap servers of a cluster of so many nodes on this machine. */
    public String bootstrap(Ports ports, int count) {
        return IntStream.range(0, count)
                .mapToObj(node -> "127.0.0.1:" + ports.client(this, node))
                .collect(Collectors.joining(","));
    }
}
