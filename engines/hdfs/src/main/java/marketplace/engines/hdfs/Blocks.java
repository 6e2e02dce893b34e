package marketplace.engines.hdfs;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.DFSConfigKeys;
import org.apache.hadoop.hdfs.server.datanode.DataNode;
import org.apache.hadoop.net.NetUtils;

/** A DataNode: one of several on this machine, each with ports and a folder of its own. */
final class Blocks {
    private static final int BETWEEN_NODES = 10;

    private Blocks() {}

    /** Starts the node with that number. It looks for the NameNode as long as it runs. */
    static DataNode start(Configuration settings, int number) throws IOException {
        var own = new Configuration(settings);
        move(own, DFSConfigKeys.DFS_DATANODE_ADDRESS_KEY, number);
        move(own, DFSConfigKeys.DFS_DATANODE_IPC_ADDRESS_KEY, number);
        move(own, DFSConfigKeys.DFS_DATANODE_HTTP_ADDRESS_KEY, number);
        var shared = Folders.of(settings, DFSConfigKeys.DFS_DATANODE_DATA_DIR_KEY);
        var folder = shared.resolveSibling(shared.getFileName() + "-" + number);
        Disk.prepare(
                folder,
                own.getLong(
                        DFSConfigKeys.DFS_DATANODE_DU_RESERVED_KEY, DFSConfigKeys.DFS_DATANODE_DU_RESERVED_DEFAULT));
        own.set(DFSConfigKeys.DFS_DATANODE_DATA_DIR_KEY, folder.toUri().toString());
        var node = DataNode.instantiateDataNode(new String[0], own);
        node.runDatanodeDaemon();
        return node;
    }

    private static void move(Configuration settings, String key, int number) {
        var address = NetUtils.createSocketAddr(settings.getTrimmed(key));
        settings.set(key, address.getHostString() + ":" + (address.getPort() + BETWEEN_NODES * number));
    }
}
