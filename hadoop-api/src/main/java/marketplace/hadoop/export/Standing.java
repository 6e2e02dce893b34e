package marketplace.hadoop.export;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import marketplace.hadoop.lake.Batch;
import marketplace.hadoop.lake.Offsets;
import marketplace.service.waiting.Waiting;

/** What others may know of an export, and wish of it. Safe for use by many threads. */
final class Standing {
    private final String topic;
    private final Clock clock;
    private final Waiting waiting;
    private Offsets offsets = Offsets.NONE;
    private Map<Integer, Long> wished = Map.of();
    private long records;
    private long bytes;
    private Instant lastCommit;
    private String stopped;
    private String died;

    Standing(final String topic, final Clock clock) {
        this.topic = topic;
        this.clock = clock;
        this.waiting = new Waiting(clock);
    }

    synchronized ExportProgress now(final int partitions, final boolean first) {
        return new ExportProgress(
                topic,
                offsets,
                records,
                bytes,
                Optional.ofNullable(lastCommit),
                partitions,
                first,
                waiting.now(),
                Optional.ofNullable(stopped),
                Optional.ofNullable(died));
    }

    /** The table was looked at. */
    synchronized void is(final Offsets there) {
        offsets = there;
    }

    synchronized void committed(final Batch.Written written, final Offsets there) {
        offsets = there;
        records += written.records();
        bytes += written.bytes();
        lastCommit = clock.instant();
    }

    void waitsFor(final String what) {
        waiting.because(what);
    }

    /** All is well. */
    synchronized void goesOn() {
        waiting.isOver();
        stopped = null;
    }

    /** True if that is news. */
    synchronized boolean stopped(final String why) {
        waiting.isOver();
        final boolean news = !why.equals(stopped);
        stopped = why;
        return news;
    }

    synchronized void died(final Throwable cause) {
        died = cause.toString();
    }

    /** Somebody wants everything before these offsets to be visible as soon as can be. */
    synchronized void wish(final Map<Integer, Long> ends) {
        final Map<Integer, Long> more = new HashMap<>(wished);
        ends.forEach((partition, end) -> more.merge(partition, end, Math::max));
        wished = Map.copyOf(more);
    }

    /** Whether there is a wish that the table does not fulfil yet. */
    synchronized boolean hasWish() {
        return !offsets.reach(wished);
    }

    /** Whether a wish would be fulfilled, as far as these partitions can, if the table ended there. */
    synchronized boolean wouldFulfil(final Offsets next) {
        return next.next().entrySet().stream()
                .allMatch(partition -> partition.getValue() >= wished.getOrDefault(partition.getKey(), 0L));
    }
}
