package marketplace.engines.metrics;

import io.prometheus.jmx.JavaAgent;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * A process that tells its MBeans to Prometheus: {@code Measured MAIN-CLASS ARGUMENT…}, or call {@link #begin()} from a
 * {@code main} of one's own.
 *
 * <p>It is the JMX exporter, configured as everywhere, but called rather than loaded with {@code -javaagent}: a JVM does
 * not record a class archive while an agent is in it, and the exporter asks for nothing that only agents get.
 */
public final class Measured {
    private static final String LISTEN = "METRICS_LISTEN";
    private static final String RULES = "METRICS_RULES";

    private Measured() {}

    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 0) {
            System.err.println("Measured: the first argument names the main class to run.");
            System.exit(2);
        }
        begin();
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException thrownByMain) {
            throw thrownByMain.getCause();
        }
    }

    /**
     * Begins to tell the metrics, on the address in {@code METRICS_LISTEN} and by the rules in the file {@code
     * METRICS_RULES}; does nothing where the environment has no such address. Returns at once, since the engine's own
     * start need not wait for it; where the metrics cannot be told, the process ends.
     */
    public static void begin() {
        var listen = System.getenv(LISTEN);
        if (listen == null || listen.isBlank()) {
            return;
        }
        var rules = System.getenv(RULES);
        var thread = new Thread(() -> serve(listen, rules), "metrics");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(String listen, String rules) {
        try {
            JavaAgent.premain(listen + ":" + rules, null);
        } catch (Exception impossible) {
            // It says itself why it cannot serve, and ends the process.
            throw new IllegalStateException(impossible);
        }
    }
}
