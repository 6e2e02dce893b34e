package marketplace.engines.hdfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.DFSConfigKeys;
import org.apache.hadoop.hdfs.server.namenode.NameNode;

/** The NameNode, and the folder that it keeps the tree of files in. */
final class Names {
    private Names() {}

    /** Starts it, on a new and empty tree if there is none yet. */
    static NameNode start(Configuration settings) throws IOException {
        var folder = Folders.of(settings, DFSConfigKeys.DFS_NAMENODE_NAME_DIR_KEY);
        Disk.prepare(
                folder.getParent(),
                settings.getLong(
                        DFSConfigKeys.DFS_NAMENODE_DU_RESERVED_KEY, DFSConfigKeys.DFS_NAMENODE_DU_RESERVED_DEFAULT));
        if (!Files.exists(folder)) {
            format(settings, folder);
        }
        return new NameNode(settings);
    }

    /** In one step: what is killed half-way is not taken for a tree. */
    private static void format(Configuration settings, Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        var there = new Configuration(settings);
        there.set(DFSConfigKeys.DFS_NAMENODE_NAME_DIR_KEY, unfinished.toUri().toString());
        NameNode.format(there);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
