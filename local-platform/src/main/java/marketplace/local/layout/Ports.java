package marketplace.local.layout;

/** Every port of the platform, moved together by one offset so that two platforms can run side by side. */
public record Ports(int offset) {
    private static final int HIGHEST_BASE = 29_300;

    public Ports {
        if (offset < 0 || offset + HIGHEST_BASE > 65_535) {
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

    public int schemaRegistry() {
        return 8081 + offset;
    }

    /** Where the registry answers about its own health. */
    public int schemaRegistryManagement() {
        return 8181 + offset;
    }

    public int kafkaConnect() {
        return 8083 + offset;
    }

    /** Where mirror nodes talk to each other. */
    public int mirrorMaker() {
        return 8084 + offset;
    }
}
