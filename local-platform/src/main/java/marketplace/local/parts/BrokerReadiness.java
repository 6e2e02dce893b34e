package marketplace.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.local.platform.Readiness;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * A broker is ready once this very process takes clients and the controller has let it in. The others cannot be asked:
 * for some seconds after a broker was killed they still count it as alive.
 */
final class BrokerReadiness implements Readiness {
    private static final int LOOK_MILLIS = 3_000;

    private final int node;
    private final int port;
    private final Map<String, Object> settings;

    /**
     * Of one broker.
     *
     * @param port where it takes clients
     * @param admin what an administrator connects with
     */
    BrokerReadiness(int node, int port, Map<String, Object> admin) {
        this.node = node;
        this.port = port;
        this.settings = new TreeMap<>(admin);
        settings.put("bootstrap.servers", "127.0.0.1:" + port);
    }

    @Override
    public boolean isReady() throws InterruptedException, ExecutionException, TimeoutException {
        return isListening() && isLetIn();
    }

    private boolean isListening() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var socket = new Socket()) {
            socket.connect(address, LOOK_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean isLetIn() throws InterruptedException, ExecutionException, TimeoutException {
        var admin = Admin.create(settings);
        try {
            return admin
                    .describeCluster(new DescribeClusterOptions().timeoutMs(LOOK_MILLIS))
                    .nodes()
                    .get(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .stream()
                    .anyMatch(alive -> alive.id() == node);
        } finally {
            // To close it in order would be to wait for a broker that took the connection and says nothing: five
            // minutes.
            admin.close(Duration.ZERO);
        }
    }
}
