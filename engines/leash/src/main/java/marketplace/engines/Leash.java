package marketplace.engines;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Ties a process to the one that started it: when standard input ends, because the launcher went away in
 * whatever manner, the process leaves in an orderly way, and by force if that takes longer than it should.
 *
 * <p>Run as {@code java -cp … marketplace.engines.Leash MAIN-CLASS ARGUMENT…}, or call {@link #hold()} from a
 * {@code main} of one's own.
 */
public final class Leash {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Leash() {}

    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 0) {
            System.err.println("Leash: the first argument names the main class to run.");
            System.exit(2);
        }
        hold();
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException thrownByMain) {
            throw thrownByMain.getCause();
        }
    }

    /** Begins to watch standard input; returns at once. */
    public static void hold() {
        hold(GRACE);
    }

    static void hold(Duration grace) {
        var watcher = new Thread(() -> leaveAtTheEndOf(System.in, grace), "leash");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void leaveAtTheEndOf(InputStream launcher, Duration grace) {
        try {
            while (launcher.read() >= 0) {
                // The launcher says nothing; only its silence for good counts.
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        var force = new Thread(() -> haltAfter(grace), "leash-force");
        force.setDaemon(true);
        force.start();
        System.exit(143);
    }

    private static void haltAfter(Duration grace) {
        try {
            Thread.sleep(grace.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }
}
