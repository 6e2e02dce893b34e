package marketplace.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import marketplace.local.platform.PlatformListener;

/**
 * Shows how the parts come and go: on a terminal one live line for each, elsewhere a line for each change that
 * matters, and every few seconds one that says what is being waited for.
 */
public final class Progress implements PlatformListener, AutoCloseable {
    private static final Duration REFRESH = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Style style;
    private final long begun = System.nanoTime();
    private final Map<String, PartStatus> latest = new LinkedHashMap<>();
    private final Map<String, Long> changedAt = new LinkedHashMap<>();
    private long spokeAt = System.nanoTime();
    private int drawn;
    private boolean open = true;

    public Progress(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
        var ticker = new Thread(this::tick, "progress");
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Says what will be started. */
    public synchronized void expect(List<PartStatus> parts) {
        parts.forEach(part -> latest.putIfAbsent(part.name(), part));
        if (!style.live()) {
            speak("Starting " + parts.size() + " parts; the first start makes certificates and passwords, too.");
        }
    }

    @Override
    public synchronized void changed(PartStatus status) {
        latest.put(status.name(), status);
        changedAt.put(status.name(), System.nanoTime());
        if (open && style.live()) {
            draw();
        } else if (status.state().isOver()) {
            speak(elapsed() + "  " + line(status));
        }
    }

    private void speak(String line) {
        out.println(line);
        out.flush();
        spokeAt = System.nanoTime();
    }

    private void draw() {
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
        return "  " + style.mark(state) + " " + String.format(Locale.ROOT, "%-18s ", status.name())
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
                refresh();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void refresh() {
        if (!open) {
            return;
        }
        if (style.live()) {
            draw();
        } else if (System.nanoTime() - spokeAt > PATIENCE.toNanos()) {
            var busy = latest.values().stream()
                    .filter(part -> part.state() == PartState.STARTING || part.state() == PartState.STOPPING)
                    .map(PartStatus::name)
                    .toList();
            if (!busy.isEmpty()) {
                speak(elapsed() + "  … waiting for " + String.join(", ", busy));
            }
        }
    }

    /** Begins again after a pause: something else was printed meanwhile, and live lines go below it. */
    public synchronized void resume() {
        if (!open) {
            open = true;
            drawn = 0;
        }
    }

    /** Pauses: changes are printed one by one, and nothing moves. */
    @Override
    public synchronized void close() {
        open = false;
    }
}
