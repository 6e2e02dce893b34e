package marketplace.engines.elasticsearch;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import marketplace.engines.Leash;
import marketplace.engines.elasticsearch.analysis.TextAnalysis;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.PluggedNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Elasticsearch in a process of its own: {@code Elasticsearch FOLDER -ENAME=VALUE…}, where the folder has
 * {@code elasticsearch.yml} and {@code log4j2.properties}, and each of the others is a setting that wins over the file,
 * as on Elasticsearch's own command line.
 */
public final class Elasticsearch {
    private static final int CLOSES_WITHIN_SECONDS = 8;

    private Elasticsearch() {}

    public static void main(String[] arguments) throws IOException {
        var line = CommandLine.of(arguments);
        if (line.isEmpty()) {
            System.err.println("Elasticsearch: the folder with elasticsearch.yml, and -ENAME=VALUE for a setting.");
            System.exit(2);
        }
        Leash.hold();
        var environment = environment(line.get());
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(environment.settings()));
        LogConfigurator.configure(environment, false);
        try {
            run(environment);
        } catch (Exception failure) {
            LogManager.getLogger(Elasticsearch.class).error("Elasticsearch did not start.", failure);
            System.exit(1);
        }
    }

    /** The settings of the file. There is no home with modules and plugins: the configuration stands in for it. */
    private static Environment environment(CommandLine line) {
        var settings = new HashMap<>(line.settings());
        settings.put(
                Environment.PATH_HOME_SETTING.getKey(), line.configuration().toString());
        return InternalSettingsPreparer.prepareEnvironment(
                Settings.EMPTY, settings, line.configuration(), () -> "elasticsearch");
    }

    private static void run(Environment environment) throws Exception {
        var node = new PluggedNode(environment, List.of(new Netty4Plugin(), new GreetingPlugin(), new TextAnalysis()));
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed), "close"));
        node.start();
        closed.await();
    }

    private static void close(PluggedNode node, CountDownLatch closed) {
        var log = LogManager.getLogger(Elasticsearch.class);
        try {
            node.prepareForClose();
            node.close();
            if (!node.awaitClose(CLOSES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Requests are still under way; leaving without them.");
            }
        } catch (IOException | RuntimeException failure) {
            log.error("Elasticsearch did not close well.", failure);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }
}
