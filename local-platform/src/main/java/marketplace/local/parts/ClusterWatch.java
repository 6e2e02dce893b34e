package marketplace.local.parts;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Readiness;
import marketplace.local.security.Secrets;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Node;

/** Looks into a cluster as its administrator. Connects at the first look. */
public final class ClusterWatch implements AutoCloseable {
    private static final int LOOK_MILLIS = 2_000;
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Setting setting;
    private final Cluster cluster;
    private Admin admin;
    private Set<Integer> seen = Set.of();
    private long seenAt = System.nanoTime() - FRESH.toNanos();

    public ClusterWatch(Setting setting, Cluster cluster) {
        this.setting = setting;
        this.cluster = cluster;
    }

    /** Ready once the broker takes clients: it proved itself, and the controller has let it in. */
    Readiness broker(int node) {
        return () -> liveBrokers().contains(node);
    }

    /** The brokers that the controller counts as alive. */
    public synchronized Set<Integer> liveBrokers() throws InterruptedException, ExecutionException, TimeoutException {
        if (System.nanoTime() - seenAt > FRESH.toNanos()) {
            seen = admin()
                    .describeCluster(new DescribeClusterOptions().timeoutMs(LOOK_MILLIS))
                    .nodes()
                    .get(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .stream()
                    .map(Node::id)
                    .collect(Collectors.toUnmodifiableSet());
            seenAt = System.nanoTime();
        }
        return seen;
    }

    /** The administrator's client; closed with this watch. */
    public synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings =
                    new TreeMap<>(setting.secrets().client(Secrets.ADMIN, cluster, setting.ports(), setting.nodes()));
            settings.put("client.id", "launcher");
            settings.put("request.timeout.ms", 5_000);
            settings.put("default.api.timeout.ms", 20_000);
            settings.put("reconnect.backoff.ms", 50);
            settings.put("reconnect.backoff.max.ms", 200);
            settings.put("enable.metrics.push", false);
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
