package marketplace.engines.hdfs;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import marketplace.engines.Leash;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.server.datanode.DataNode;
import org.apache.hadoop.hdfs.server.namenode.NameNode;
import org.apache.hadoop.metrics2.lib.DefaultMetricsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes of HDFS in a process: {@code Hdfs FOLDER ROLE -DNAME=VALUE…}, where the folder has {@code core-site.xml} and
 * {@code hdfs-site.xml}, the role is {@code namenode}, {@code datanode N}, or {@code all} for the NameNode with three
 * DataNodes, and each of the others is a setting that wins over the files, as on Hadoop's own command lines.
 */
public final class Hdfs {
    private static final Logger LOG = LoggerFactory.getLogger(Hdfs.class);

    private static final int BETWEEN_LOOKS_MILLIS = 500;

    private Hdfs() {}

    public static void main(String[] arguments) {
        var line = CommandLine.of(arguments);
        if (line.isEmpty()) {
            System.err.println("Hdfs: the folder with hdfs-site.xml; all, namenode or datanode N; -DNAME=VALUE for a"
                    + " setting.");
            System.exit(2);
        }
        Leash.hold();
        try {
            run(line.get().role(), settings(line.get()));
        } catch (IOException | RuntimeException failure) {
            LOG.error("HDFS did not start", failure);
            System.err.println("HDFS did not start: " + inWords(failure) + ".");
            System.exit(1);
        } catch (InterruptedException hurry) {
            System.exit(1);
        }
    }

    private static Configuration settings(CommandLine line) {
        var settings = new HdfsConfiguration();
        settings.addResource(
                new Path(line.configuration().resolve("core-site.xml").toUri()));
        settings.addResource(
                new Path(line.configuration().resolve("hdfs-site.xml").toUri()));
        line.settings().forEach(settings::set);
        return settings;
    }

    /** Returns when the node has given up that all others depend on. */
    private static void run(Role role, Configuration settings) throws IOException, InterruptedException {
        // Several nodes in one process would call their measures the same.
        DefaultMetricsSystem.setMiniClusterMode(true);
        NameNode names = role.nameNode() ? Names.start(settings) : null;
        DataNode blocks = null;
        for (int number : role.dataNodes()) {
            blocks = Blocks.start(settings, number);
        }
        if (names != null) {
            // DataNodes need no farewell: they cannot take one while the process ends, and are safe without.
            Runtime.getRuntime().addShutdownHook(new Thread(names::stop, "close"));
            names.join();
        } else if (blocks != null) {
            while (blocks.isDatanodeUp()) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
            LOG.error("The DataNode has given up");
            System.exit(1);
        }
    }

    /** Hadoop appends advice and addresses of pages; its first words say what happened. */
    private static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && cause.getMessage() != null) {
                return firstWords(cause.getMessage());
            }
        }
        return failure.getMessage() == null ? failure.toString() : firstWords(failure.getMessage());
    }

    private static String firstWords(String message) {
        return message.lines().findFirst().orElse("").replaceFirst(";.*", "").replaceFirst("\\.$", "");
    }
}
