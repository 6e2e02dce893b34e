package marketplace.indexer.feed;

import java.time.Instant;
import marketplace.indexer.domain.Backlog;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Lanes;
import marketplace.indexer.domain.Progress;
import marketplace.indexer.domain.Task;
import marketplace.indexer.sources.Translation;
import marketplace.indexer.sources.Translator;
import marketplace.indexer.sources.UnusableRecordException;
import marketplace.service.kafka.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A partition while it is this consumer's: brings its records on their way, and knows how far they have come. */
final class Partition {
    private final long start;
    private final Progress progress;
    private final Translator translator;
    private final Lanes lanes;
    private final Backlog backlog;
    private final DeadLetters deadLetters;
    private final Measures.Topic measures;
    private Instant heldUntil = Instant.MIN;
    private int failures;

    Partition(
            final long start,
            final Translator translator,
            final Lanes lanes,
            final Backlog backlog,
            final DeadLetters deadLetters,
            final Measures.Topic measures) {
        this.start = start;
        this.progress = new Progress(start);
        this.translator = translator;
        this.lanes = lanes;
        this.backlog = backlog;
        this.deadLetters = deadLetters;
        this.measures = measures;
    }

    Progress progress() {
        return progress;
    }

    /** The offset that it is read from. */
    long start() {
        return start;
    }

    /**
     * Begins with a record. Returns at once; what comes of it is told by the progress.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if it cannot be read now; then it has not begun
     */
    void take(final ConsumerRecord<byte[], byte[]> record) {
        final Translation translation = translator.translate(record);
        failures = 0;
        progress.began(record.offset());
        if (translation instanceof final Translation.Changes changes) {
            final OneRecord task = new OneRecord(record, changes.change());
            backlog.add(changes.change().bytes());
            lanes.add(task);
        } else if (translation instanceof final Translation.Unusable unusable) {
            final int bytes = record.value() == null ? 0 : record.value().length;
            backlog.add(bytes);
            putAside(record, bytes, unusable.cause());
        } else {
            measures.count(Measures.Result.EXPIRED);
            progress.done(record.offset());
        }
    }

    private void putAside(final ConsumerRecord<byte[], byte[]> record, final int bytes, final Throwable cause) {
        deadLetters.put(record, cause).thenRun(() -> {
            measures.count(Measures.Result.DEAD_LETTER);
            finish(record, bytes);
        });
    }

    private void finish(final ConsumerRecord<byte[], byte[]> record, final int bytes) {
        backlog.remove(bytes);
        progress.done(record.offset());
    }

    /** Reads nothing more until then; how often that was so in a row is counted. */
    void holdUntil(final Instant until) {
        heldUntil = until;
        failures++;
    }

    boolean isHeld(final Instant now) {
        return now.isBefore(heldUntil);
    }

    int failures() {
        return failures;
    }

    /** A record on its way through a lane. */
    private final class OneRecord implements Task {
        private final ConsumerRecord<byte[], byte[]> record;
        private final Change change;

        OneRecord(final ConsumerRecord<byte[], byte[]> record, final Change change) {
            this.record = record;
            this.change = change;
        }

        @Override
        public Change change() {
            return change;
        }

        @Override
        public boolean isWanted() {
            return !progress.isAbandoned();
        }

        @Override
        public void dropped() {
            backlog.remove(change.bytes());
        }

        @Override
        public void stored(final boolean stale) {
            if (stale) {
                measures.count(Measures.Result.STALE);
            } else {
                measures.stored(record.timestamp());
            }
            finish(record, change.bytes());
        }

        @Override
        public void refused(final String reason) {
            putAside(record, change.bytes(), new UnusableRecordException(reason));
        }
    }
}
