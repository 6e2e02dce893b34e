package marketplace.hadoop.runs;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import marketplace.hadoop.export.ExportProgress;
import marketplace.hadoop.export.Exports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs: those that go on, and the last that ended. */
@Singleton
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int MOST_REMEMBERED = 100;

    private final Exports exports;
    private final Ends ends;
    private final Clock clock;
    private final Deque<Run> all = new ArrayDeque<>();
    private final ScheduledExecutorService looks;

    Runs(final Exports exports, final Ends ends, final Clock clock) {
        this.exports = exports;
        this.ends = ends;
        this.clock = clock;
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            final Thread thread = new Thread(task, "runs");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins a run.
     *
     * @throws Ends.EndsUnknownException if it is not known what it has to bring
     */
    Run start() {
        final List<ExportProgress> before = exports.progress();
        final Map<String, Map<Integer, Long>> wanted =
                ends.of(before.stream().map(ExportProgress::topic).toList());
        final Run run = new Run(UUID.randomUUID().toString(), clock, wanted, before);
        synchronized (all) {
            all.addFirst(run);
            while (all.size() > MOST_REMEMBERED) {
                all.removeLast();
            }
        }
        exports.wish(wanted);
        look(run);
        return run;
    }

    private void look(final Run run) {
        if (!run.look(exports.progress())) {
            final var unused = looks.schedule(() -> look(run), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            LOG.info("Run {} is {}", run.id(), run.state());
        }
    }

    /** The newest first. */
    List<Run> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    Optional<Run> run(final String id) {
        return all().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
    }
}
