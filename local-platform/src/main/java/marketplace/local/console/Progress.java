package marketplace.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import marketplace.local.platform.PlatformListener;

/**
 * Shows how the parts come and go: on a terminal one live line for each, elsewhere a line for each change that
 * matters.
 */
public final class Progress implements PlatformListener, AutoCloseable {
    private static final Duration REFRESH = Duration.ofMillis(250);

    private final PrintStream out;
    private final Style style;
    private final long begun = System.nanoTime();
    private final Map<String, PartStatus> latest = new LinkedHashMap<>();
    private final Map<String, Long> changedAt = new LinkedHashMap<>();
    private int drawn;
    private boolean closed;

    public Progress(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
        if (style.live()) {
            var ticker = new Thread(this::tick, "progress");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    /** Makes a part's line visible before anything happened to it. */
    public synchronized void expect(Iterable<PartStatus> parts) {
        parts.forEach(part -> latest.putIfAbsent(part.name(), part));
    }

    @Override
    public synchronized void changed(PartStatus status) {
        latest.put(status.name(), status);
        changedAt.put(status.name(), System.nanoTime());
        if (closed || !style.live()) {
            say(status);
        } else {
            draw();
        }
    }

    private void say(PartStatus status) {
        boolean matters =
                switch (status.state()) {
                    case READY, FAILED, STOPPED -> true;
                    default -> false;
                };
        if (matters) {
            out.println(elapsed() + "  " + line(status));
        }
    }

    private synchronized void draw() {
        var screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append('A');
        }
        for (PartStatus status : latest.values()) {
            screen.append("\u001b[2K").append(line(status)).append('\n');
        }
        drawn = latest.size();
        out.print(screen);
        out.flush();
    }

    private String line(PartStatus status) {
        var state = status.state();
        var text = String.format(Locale.ROOT, "%-18s ", status.name());
        return "  " + style.mark(state) + " " + text
                + style.of(state, String.format(Locale.ROOT, "%-9s", state.label())) + " " + detail(status);
    }

    private String detail(PartStatus status) {
        return switch (status.state()) {
            case STARTING, STOPPING ->
                seconds(System.nanoTime() - changedAt.getOrDefault(status.name(), System.nanoTime()));
            case READY ->
                seconds(status.took().toNanos()) + "  " + (status.note().isEmpty() ? status.address() : status.note());
            default -> status.note();
        };
    }

    private String elapsed() {
        return seconds(System.nanoTime() - begun);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%5.1f s", nanos / 1e9);
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(REFRESH.toMillis());
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw();
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the live lines; changes after this are printed one by one. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    /** Begins live lines again, below what was printed meanwhile. */
    public synchronized void resume() {
        if (style.live() && closed) {
            closed = false;
            drawn = 0;
            var ticker = new Thread(this::tick, "progress");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    static boolean isOver(PartState state) {
        return state == PartState.READY || state == PartState.FAILED || state == PartState.STOPPED;
    }
}
