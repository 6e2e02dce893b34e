package marketplace.catalogue;

import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How to reach a cluster, as somebody who may change everything there. */
public final class ClusterAccess implements Access {
    private final Cluster cluster;
    private final String address;
    private final Supplier<Admin> opener;
    private final boolean owned;

    private ClusterAccess(Cluster cluster, String address, Supplier<Admin> opener, boolean owned) {
        this.cluster = cluster;
        this.address = address;
        this.opener = opener;
        this.owned = owned;
    }

    /** Connects with the properties of an admin client, and closes what it opened. */
    public static ClusterAccess of(Cluster cluster, Properties adminProperties) {
        Properties copy = new Properties();
        copy.putAll(adminProperties);
        Object address = copy.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        copy.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "catalogue-" + cluster.label());
        return new ClusterAccess(
                cluster, address == null ? "no bootstrap.servers" : address.toString(), () -> Admin.create(copy), true);
    }

    /**
     * Uses a client that somebody else opened and closes.
     *
     * @param address what messages call the cluster
     */
    public static ClusterAccess of(Cluster cluster, String address, Admin admin) {
        return new ClusterAccess(cluster, address, () -> admin, false);
    }

    public Cluster cluster() {
        return cluster;
    }

    @Override
    public String label() {
        return cluster.label() + " (" + address + ")";
    }

    Admin open() {
        return opener.get();
    }

    void close(Admin admin) {
        if (owned) {
            admin.close(java.time.Duration.ZERO);
        }
    }

    @Override
    public String toString() {
        return label();
    }
}
