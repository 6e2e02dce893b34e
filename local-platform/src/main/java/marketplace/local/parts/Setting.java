package marketplace.local.parts;

import java.io.IOException;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Principal;
import marketplace.local.layout.Cluster;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import marketplace.local.security.Secrets;

/**
 * What the parts of one platform have in common.
 *
 * @param nodes how many brokers a cluster has
 * @param watched whether engines that are silent by themselves tell their metrics
 */
public record Setting(
        Home home, DataFolder folder, Ports ports, Catalogue catalogue, Secrets secrets, int nodes, boolean watched) {
    /** How many copies of each record there are. */
    int replication() {
        return Math.min(3, nodes);
    }

    /** How many copies must be written before a record counts as accepted. */
    int minInsync() {
        return Math.max(1, replication() - 1);
    }

    /** Leaves, for each principal, the settings of its clients in the data folder. */
    public void writeClients() throws IOException {
        for (Cluster cluster : Cluster.values()) {
            secrets.writeClient(Secrets.ADMIN, cluster, ports, nodes);
            for (Principal principal : catalogue.principalsOn(cluster.inCatalogue())) {
                secrets.writeClient(principal.name(), cluster, ports, nodes);
            }
        }
    }
}
