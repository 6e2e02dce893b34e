package marketplace.hadoop.runs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketplace.hadoop.export.ExportProgress;

/**
 * One run: it is done when everything is in the tables that stood on the topics when it was asked for. Safe for use by
 * many threads.
 */
final class Run {
    private final String id;
    private final Clock clock;
    private final Instant started;
    private final Map<String, Map<Integer, Long>> ends;
    private final Map<String, ExportProgress> before;
    private final CompletableFuture<Run> end = new CompletableFuture<>();
    private List<ExportProgress> latest;
    private State state = State.RUNNING;
    private Instant finished;
    private String error;

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A run that begins now.
     *
     * @param ends where the topics end
     * @param before how the exports stand
     */
    Run(
            final String id,
            final Clock clock,
            final Map<String, Map<Integer, Long>> ends,
            final List<ExportProgress> before) {
        this.id = id;
        this.clock = clock;
        this.started = clock.instant();
        this.ends = Map.copyOf(ends);
        this.before = before.stream().collect(Collectors.toMap(ExportProgress::topic, Function.identity()));
        this.latest = before;
    }

    /** What has come of one topic. */
    record OfTopic(ExportProgress progress, long records, long bytes, Map<Integer, Long> ends) {}

    String id() {
        return id;
    }

    Instant started() {
        return started;
    }

    synchronized State state() {
        return state;
    }

    synchronized Optional<Instant> finished() {
        return Optional.ofNullable(finished);
    }

    synchronized Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Told when it is over, with itself. */
    CompletableFuture<Run> end() {
        return end.copy();
    }

    /** What has come of each topic since it began, up to its end. */
    synchronized List<OfTopic> topics() {
        return latest.stream().map(this::topic).toList();
    }

    private OfTopic topic(final ExportProgress now) {
        final ExportProgress then = before.get(now.topic());
        return new OfTopic(
                now,
                now.records() - then.records(),
                now.bytes() - then.bytes(),
                ends.getOrDefault(now.topic(), Map.of()));
    }

    /** The exports stand like this now. True if that is the end of it. */
    boolean look(final List<ExportProgress> now) {
        synchronized (this) {
            if (state == State.RUNNING) {
                latest = List.copyOf(now);
                judge(now);
            }
            if (state == State.RUNNING) {
                return false;
            }
        }
        end.complete(this);
        return true;
    }

    private void judge(final List<ExportProgress> now) {
        final List<ExportProgress> missing = now.stream()
                .filter(export -> !export.offsets().reach(ends.getOrDefault(export.topic(), Map.of())))
                .toList();
        final Optional<String> obstacle = missing.stream()
                .flatMap(export -> Stream.concat(export.stopped().stream(), export.died().stream())
                        .map(why -> export.topic() + ": " + why))
                .findFirst();
        if (missing.isEmpty()) {
            over(State.DONE);
        } else if (obstacle.isPresent()) {
            error = obstacle.get();
            over(State.FAILED);
        }
    }

    private void over(final State how) {
        state = how;
        finished = clock.instant();
    }
}
