package marketplace.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Readiness;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * A broker is ready once this very process takes clients and the controller has let it in. The others cannot be asked:
 * for some seconds after a broker was killed they still count it as alive.
 */
final class BrokerReadiness implements Readiness {
    private static final int LOOK_MILLIS = 3_000;

    private final Setting setting;
    private final Cluster cluster;
    private final int node;

    BrokerReadiness(Setting setting, Cluster cluster, int node) {
        this.setting = setting;
        this.cluster = cluster;
        this.node = node;
    }

    @Override
    public boolean isReady() throws InterruptedException, ExecutionException, TimeoutException {
        return isListening() && isLetIn();
    }

    private boolean isListening() {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), setting.ports().client(cluster, node));
        try (var socket = new Socket()) {
            socket.connect(address, LOOK_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean isLetIn() throws InterruptedException, ExecutionException, TimeoutException {
        var settings = ClusterAdmin.settings(setting, cluster);
        settings.put("bootstrap.servers", "127.0.0.1:" + setting.ports().client(cluster, node));
        try (var admin = Admin.create(settings)) {
            return admin
                    .describeCluster(new DescribeClusterOptions().timeoutMs(LOOK_MILLIS))
                    .nodes()
                    .get(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .stream()
                    .anyMatch(alive -> alive.id() == node);
        }
    }
}
