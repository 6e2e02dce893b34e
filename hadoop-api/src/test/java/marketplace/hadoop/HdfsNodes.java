package marketplace.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** HDFS with each node in a process of its own, so that one can be killed alone. */
final class HdfsNodes implements AutoCloseable {
    private static final int DATA_NODES = 3;
    private static final String NAME_NODE = "namenode";

    private final Path folder;
    private final List<String> settings = new ArrayList<>();
    private final Map<String, JavaProcess> nodes = new HashMap<>();
    private final int port = free();

    HdfsNodes(final Path folder) {
        this.folder = folder;
        settings.add("-Dfs.defaultFS=" + url());
        settings.add("-Ddfs.namenode.rpc-address=127.0.0.1:" + port);
        settings.add("-Ddfs.namenode.http-address=127.0.0.1:" + free());
        settings.add("-Dhadoop.tmp.dir=" + folder.toAbsolutePath());
        startNameNode();
        for (int number = 0; number < DATA_NODES; number++) {
            startDataNode(number);
        }
    }

    String url() {
        return "hdfs://127.0.0.1:" + port;
    }

    void startNameNode() {
        start(NAME_NODE, List.of(NAME_NODE), List.of());
    }

    void startDataNode(final int number) {
        // Any ports will do: their numbers are told to the NameNode.
        start(
                dataNode(number),
                List.of("datanode", Integer.toString(number)),
                List.of(
                        "-Ddfs.datanode.address=127.0.0.1:" + (free() - 10 * number),
                        "-Ddfs.datanode.ipc.address=127.0.0.1:" + (free() - 10 * number),
                        "-Ddfs.datanode.http.address=127.0.0.1:" + (free() - 10 * number)));
    }

    private void start(final String name, final List<String> role, final List<String> more) {
        final List<String> arguments = new ArrayList<>();
        arguments.add("marketplace.engines.hdfs.Hdfs");
        arguments.add(Path.of(System.getProperty("marketplace.home"), "engines", "hdfs", "config")
                .toString());
        arguments.addAll(role);
        arguments.addAll(settings);
        arguments.addAll(more);
        nodes.put(name, JavaProcess.start(folder.getFileName() + "-" + name, "hdfs", "96m", Map.of(), arguments));
    }

    void killNameNode() {
        nodes.get(NAME_NODE).kill();
    }

    void killDataNode(final int number) {
        nodes.get(dataNode(number)).kill();
    }

    private static String dataNode(final int number) {
        return "datanode-" + number;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(JavaProcess::close);
    }
}
