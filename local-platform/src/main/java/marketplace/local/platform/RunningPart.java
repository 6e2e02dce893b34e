package marketplace.local.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** One part with its state; starts it, stops it, notices when it dies. */
final class RunningPart {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LINES_SHOWN = 15;

    private final Part part;
    private final PlatformListener listener;
    private final Clock clock;
    private final Duration grace;
    private final Inside inside;

    private PartState state = PartState.WAITING;
    private Instant since;
    private Duration took = Duration.ZERO;
    private String note = "";
    private Child child;
    private boolean closed;

    RunningPart(Part part, PlatformListener listener, Clock clock, Duration grace) {
        this.part = part;
        this.listener = listener;
        this.clock = clock;
        this.grace = grace;
        this.inside = new Inside(part instanceof Step step ? step.inside() : InnerParts.none(), clock);
        this.since = clock.instant();
    }

    String name() {
        return part.name();
    }

    Part part() {
        return part;
    }

    synchronized PartState state() {
        return state;
    }

    synchronized boolean isRunning() {
        return child != null && child.isAlive();
    }

    synchronized PartStatus status() {
        boolean alive = child != null && child.isAlive();
        return new PartStatus(
                part.name(),
                state,
                since,
                took,
                alive ? OptionalLong.of(child.pid()) : OptionalLong.empty(),
                alive ? child.residentBytes() : OptionalLong.empty(),
                alive ? child.cpuMillis() : OptionalLong.empty(),
                part instanceof Engine engine ? engine.address() : "",
                note);
    }

    /** What lives inside, once it is there. Asks an engine, so nothing is held meanwhile. */
    List<PartStatus> statusInside() {
        return state() == PartState.READY ? inside.status() : List.of();
    }

    /**
     * Starts the part and returns when it is ready.
     *
     * @throws IllegalStateException if it is there already, or was stopped for good
     */
    void start() throws PartFailed, InterruptedException {
        Instant begun = begin();
        if (part instanceof Step step) {
            run(step, begun);
        } else if (part instanceof Engine engine) {
            run(engine, begun);
        }
    }

    private Instant begin() {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException(name() + " was stopped for good.");
            }
            if (state == PartState.STARTING || state == PartState.STOPPING || isRunning()) {
                throw new IllegalStateException(name() + " is running already.");
            }
            child = null;
            move(PartState.STARTING, "");
            return since;
        }
    }

    private void run(Step step, Instant begun) throws PartFailed, InterruptedException {
        try {
            ready(begun, step.work().run());
        } catch (InterruptedException | PartFailed known) {
            throw known;
        } catch (Exception failure) {
            var why = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
            throw failed(name() + " failed: " + why, List.of(), failure);
        }
    }

    private void run(Engine engine, Instant begun) throws PartFailed, InterruptedException {
        long logBegins = LogTail.size(engine.program());
        var started = launch(engine);
        var readiness = engine.readiness().get();
        Instant deadline = begun.plus(engine.patience());
        while (!isReady(readiness) || !readyIfAlive(started, begun)) {
            if (!isStarting(started)) {
                throw stoppedBeforeReady();
            }
            if (!started.isAlive()) {
                throw failed(
                        name() + " left with exit code " + started.exitCode() + " before it was ready.",
                        LogTail.of(engine.program(), logBegins, LINES_SHOWN),
                        null);
            }
            if (clock.instant().isAfter(deadline)) {
                started.kill();
                throw failed(
                        name() + " was not ready after " + engine.patience().toSeconds() + " s.",
                        LogTail.of(engine.program(), logBegins, LINES_SHOWN),
                        null);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** A start that was stopped has no say in the next one. */
    private synchronized boolean isStarting(Child started) {
        return state == PartState.STARTING && child == started;
    }

    private Child launch(Engine engine) throws PartFailed {
        synchronized (this) {
            if (state != PartState.STARTING) {
                throw stoppedBeforeReady();
            }
            try {
                var started = Child.start(engine.program());
                child = started;
                started.whenGone(() -> left(started));
                return started;
            } catch (IOException failure) {
                throw failed(name() + " could not be started: " + failure.getMessage(), List.of(), failure);
            }
        }
    }

    private PartFailed stoppedBeforeReady() {
        return new PartFailed(name() + " was stopped before it was ready.", List.of(), null);
    }

    private static boolean isReady(Readiness readiness) throws InterruptedException {
        try {
            return readiness.isReady();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }

    /** Lets the parts go first that matter more: to be called when all of them are there. */
    synchronized void giveWay() throws InterruptedException {
        if (isRunning()) {
            child.giveWay();
        }
    }

    /** Stops the part in an orderly way, or by force when it takes too long. Returns when it is gone. */
    void stop() throws InterruptedException {
        if (part instanceof Step) {
            return;
        }
        Child running;
        synchronized (this) {
            if (!isRunning()) {
                if (state != PartState.FAILED) {
                    move(PartState.STOPPED, note);
                }
                return;
            }
            running = child;
            move(PartState.STOPPING, "");
        }
        boolean byItself = running.stop(grace);
        move(PartState.STOPPED, byItself ? "" : "killed, it did not stop within " + grace.toSeconds() + " s");
    }

    /** Stops the part for good: from now on it cannot be started. */
    void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
        }
        stop();
    }

    /** Kills the part as a crash would. Returns when it is gone. */
    void kill() throws InterruptedException {
        Child running;
        synchronized (this) {
            if (!isRunning()) {
                return;
            }
            running = child;
            move(PartState.STOPPING, "");
        }
        running.kill();
        move(PartState.STOPPED, "killed on purpose");
    }

    private void left(Child gone) {
        synchronized (this) {
            if (gone != child || state != PartState.READY) {
                return;
            }
            move(PartState.FAILED, "left with exit code " + gone.exitCode());
        }
    }

    /** Something may answer in the place of a child that is gone; that does not count. */
    private boolean readyIfAlive(Child started, Instant begun) throws PartFailed {
        synchronized (this) {
            if (!started.isAlive()) {
                return false;
            }
            ready(begun, "");
            return true;
        }
    }

    private void ready(Instant begun, String result) throws PartFailed {
        synchronized (this) {
            if (state != PartState.STARTING) {
                throw stoppedBeforeReady();
            }
            took = Duration.between(begun, clock.instant());
            move(PartState.READY, result);
        }
    }

    private PartFailed failed(String message, List<String> lines, Throwable cause) {
        move(PartState.FAILED, message);
        return new PartFailed(message, lines, cause);
    }

    private void move(PartState next, String why) {
        synchronized (this) {
            state = next;
            since = clock.instant();
            note = why == null ? "" : why;
            listener.changed(status());
        }
    }
}
