package marketplace.hadoop.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One run of the job, from when it was asked for. Safe for use by many threads. */
final class JobRun implements Job.Progress {
    private final String id;
    private final boolean evaluates;
    private final Clock clock;
    private final Instant started;
    private final CompletableFuture<JobRun> end = new CompletableFuture<>();
    private Stage stage = new Stage("start", 0, 0);
    private Instant finished;
    private Map<String, Object> result;
    private String error;

    /** A run that begins now. */
    JobRun(final String id, final boolean evaluates, final Clock clock) {
        this.id = id;
        this.evaluates = evaluates;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** What it is at. */
    record Stage(String name, int done, int of) {}

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    String id() {
        return id;
    }

    boolean evaluates() {
        return evaluates;
    }

    Instant started() {
        return started;
    }

    synchronized State state() {
        if (finished == null) {
            return State.RUNNING;
        }
        return error == null ? State.DONE : State.FAILED;
    }

    synchronized Stage stage() {
        return stage;
    }

    synchronized Optional<Instant> finished() {
        return Optional.ofNullable(finished);
    }

    synchronized Optional<Map<String, Object>> result() {
        return Optional.ofNullable(result);
    }

    synchronized Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Told when it is over, with itself. */
    CompletableFuture<JobRun> end() {
        return end.copy();
    }

    @Override
    public synchronized void stage(final String name, final int done, final int of) {
        stage = new Stage(name, done, of);
    }

    void done(final Map<String, Object> what) {
        synchronized (this) {
            result = what;
            stage = new Stage("done", stage.of(), stage.of());
            finished = clock.instant();
        }
        end.complete(this);
    }

    void failed(final String why) {
        synchronized (this) {
            error = why;
            finished = clock.instant();
        }
        end.complete(this);
    }
}
