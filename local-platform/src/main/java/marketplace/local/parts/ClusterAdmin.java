package marketplace.local.parts;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import marketplace.local.layout.Cluster;
import marketplace.local.security.Secrets;
import org.apache.kafka.clients.admin.Admin;

/** The administrator's connection to a cluster: made when it is first asked for. */
final class ClusterAdmin implements AutoCloseable {
    private final Setting setting;
    private final Cluster cluster;
    private Admin admin;

    ClusterAdmin(Setting setting, Cluster cluster) {
        this.setting = setting;
        this.cluster = cluster;
    }

    /** The connection, which stays this object's. */
    synchronized Admin get() {
        if (admin == null) {
            admin = Admin.create(settings(setting, cluster));
        }
        return admin;
    }

    /** What an administrator in this process connects with. */
    static Map<String, Object> settings(Setting setting, Cluster cluster) {
        Map<String, Object> settings =
                new TreeMap<>(setting.secrets().client(Secrets.ADMIN, cluster, setting.ports(), setting.nodes()));
        settings.put("client.id", "launcher");
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 20_000);
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 200);
        settings.put("enable.metrics.push", false);
        return settings;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
