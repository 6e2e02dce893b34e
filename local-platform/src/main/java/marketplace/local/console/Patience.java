package marketplace.local.console;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says what is being waited for, if it takes longer than two seconds, and again every ten. */
public final class Patience implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final long begun = System.nanoTime();
    private final ScheduledExecutorService clock;

    /** Begins to wait, until this is closed. */
    public Patience(Consumer<String> out, String what) {
        this(out, what, FIRST, BETWEEN);
    }

    Patience(Consumer<String> out, String what, Duration first, Duration between) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "patience");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleAtFixedRate(
                () -> out.accept(what + " … " + seconds()),
                first.toMillis(),
                between.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
