package marketplace.engines.kafka;

import marketplace.engines.Leash;
import marketplace.engines.metrics.Measured;

/**
 * A broker in a process of its own: {@code Broker FILE}. Its folder is formatted first, if it never was; the
 * settings in the file that come from the environment are listed there.
 */
public final class Broker {
    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Broker: one argument, the broker's properties file.");
            System.exit(2);
        }
        Leash.hold();
        Measured.begin();
        var settings = arguments[0];
        if (!Storage.isFormatted(fromEnvironment("LOG_DIRS"))) {
            Storage.format(settings, fromEnvironment("CLUSTER_ID"), fromEnvironment("ADMIN_PASSWORD_FILE"));
        }
        kafka.Kafka.main(new String[] {settings});
    }

    private static String fromEnvironment(String name) {
        var value = System.getenv(name);
        if (value == null) {
            System.err.println("Broker: " + name + " is not set in the environment.");
            System.exit(2);
        }
        return value;
    }
}
