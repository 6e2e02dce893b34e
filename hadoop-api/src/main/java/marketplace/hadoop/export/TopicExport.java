package marketplace.hadoop.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import marketplace.hadoop.lake.Batch;
import marketplace.hadoop.lake.IncompatibleSchemaException;
import marketplace.hadoop.lake.Offsets;
import marketplace.hadoop.lake.StaleWriterException;
import marketplace.hadoop.lake.TopicRecord;
import marketplace.hadoop.lake.TopicTable;
import marketplace.hadoop.lake.UnfitRecordException;
import marketplace.schemas.UnreadablePayloadException;
import marketplace.service.kafka.DeadLetters;
import marketplace.service.waiting.Backoff;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one topic into its table, in a thread of its own. After whatever goes wrong it does the same: what is not in the
 * table is forgotten, and it begins where the table ends.
 */
final class TopicExport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicExport.class);
    private static final Duration CLOSING = Duration.ofSeconds(8);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    /** Between looks whether what stopped an export has been mended. */
    private static final Duration STOPPED = Duration.ofSeconds(30);

    private static final Schema NO_FIELDS =
            Schema.createRecord("Tombstone", null, "marketplace.hadoop", false, List.of());

    private final ExportedTopic topic;
    private final TopicReader reader;
    private final TopicTable table;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final Rhythm rhythm;
    private final Backoff backoff;
    private final Standing standing;
    private final Measures.Topic measures;
    private final Clock clock;
    private final Thread thread;
    private final Set<Schema> covered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<CompletableFuture<Void>> letters = new ArrayList<>();
    private final Map<Integer, Long> taken = new HashMap<>();
    private Batch batch;
    private Offsets begun = Offsets.NONE;
    private int failures;
    private volatile boolean closed;

    TopicExport(
            final ExportedTopic topic,
            final TopicReader reader,
            final TopicTable table,
            final Intake intake,
            final DeadLetters deadLetters,
            final ExportSettings settings,
            final Measures.Topic measures,
            final Clock clock) {
        this.topic = topic;
        this.reader = reader;
        this.table = table;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.rhythm = new Rhythm(settings.commit(), clock);
        this.backoff = settings.pauses();
        this.standing = new Standing(topic.name(), clock);
        this.measures = measures;
        this.clock = clock;
        this.thread = new Thread(this::run, "export-" + topic.name());
        reader.unsettle();
    }

    void start() {
        thread.start();
    }

    ExportProgress progress() {
        return standing.now(reader.partitions(), reader.hasFirst());
    }

    /** Somebody wants everything before these offsets to be visible as soon as can be. */
    void wish(final Map<Integer, Long> ends) {
        standing.wish(ends);
    }

    private void run() {
        try {
            while (!closed) {
                turn();
            }
        } catch (final WakeupException e) {
            // Closed.
        } catch (final Error e) {
            standing.died(e);
            LOG.error("The export of {} has died, until the service is started again", topic.name(), e);
            throw e;
        } finally {
            forget();
            reader.close();
        }
    }

    private void turn() {
        measures.turns(clock.instant());
        try {
            if (!reader.isSettled()) {
                beginWhereTheTableEnds();
            }
            final ConsumerRecords<byte[], byte[]> records = reader.poll();
            if (reader.isSettled()) {
                take(records);
                if (isDue()) {
                    commit();
                } else if (rhythm.isTooLate()) {
                    // Dead letters have not been taken for so long that its files might be cleared away as forgotten.
                    reader.unsettle();
                }
                measures.lag(reader.lag());
            }
        } catch (final WakeupException e) {
            throw e;
        } catch (final StaleWriterException e) {
            LOG.info("{}; it goes on from there", e.getMessage());
            reader.unsettle();
        } catch (final IncompatibleSchemaException | TopicReader.TopicRestartedException e) {
            stop(e);
        } catch (final KafkaException e) {
            await("Kafka: " + e.getMessage(), e);
        } catch (final IOException | RuntimeException e) {
            await(Trouble.withTables(e), e);
        }
    }

    private void beginWhereTheTableEnds() {
        forget();
        table.reload();
        if (!table.isThere()) {
            topic.schema().ifPresent(table::cover);
        }
        begun = table.offsets();
        standing.is(begun);
        reader.begin(begun);
        taken.putAll(reader.positions().next());
    }

    private void take(final ConsumerRecords<byte[], byte[]> records) throws IOException {
        Optional<SerializationException> registry = Optional.empty();
        for (final TopicPartition partition : records.partitions()) {
            for (final ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                try {
                    take(record);
                } catch (final UnreadablePayloadException | UnfitRecordException e) {
                    putAside(record, e);
                } catch (final SerializationException e) {
                    reader.rewind(partition, record.offset());
                    registry = Optional.of(e);
                    break;
                }
                taken.put(partition.partition(), record.offset() + 1);
            }
        }
        // Also over what no record stands for: the marks of transactions.
        taken.putAll(reader.positions().next());
        if (registry.isPresent()) {
            standing.waitsFor("the schema registry: " + registry.get().getMessage());
            reader.rest(backoff.after(failures++));
        } else if (batch == null && reader.lag() == 0) {
            // Nothing is left that could go wrong.
            allIsWell();
        }
    }

    private void take(final ConsumerRecord<byte[], byte[]> raw) throws IOException {
        final TopicRecord record = intake.read(raw);
        final Schema schema = record.value().map(value -> value.getSchema()).orElse(NO_FIELDS);
        if (!covered.contains(schema)) {
            if (batch != null) {
                // Files of a batch all have the columns that the table had when it began.
                commit();
            }
            table.cover(schema);
            covered.add(schema);
        }
        if (batch == null) {
            batch = table.begin();
        }
        batch.add(record);
        rhythm.add(record.timestamp(), record.bytes());
    }

    private void putAside(final ConsumerRecord<byte[], byte[]> record, final RuntimeException cause) {
        letters.add(deadLetters.put(record, cause).toCompletableFuture());
        rhythm.add(Instant.ofEpochMilli(record.timestamp()), 0);
        measures.putAside();
    }

    private boolean isDue() {
        final boolean due = rhythm.isDue() || (batch != null && batch.isFull()) || isWished();
        if (due && !letters.stream().allMatch(CompletableFuture::isDone)) {
            reader.rest(A_MOMENT);
            return false;
        }
        return due;
    }

    private boolean isWished() {
        if (!standing.hasWish()) {
            return false;
        }
        final Offsets next = new Offsets(taken);
        if (begun.with(next).equals(begun)) {
            // What is missing is another instance's to bring.
            table.reload();
            standing.is(table.offsets());
            return false;
        }
        return standing.wouldFulfil(next);
    }

    private void commit() throws IOException {
        final Offsets next = new Offsets(taken);
        final long started = System.nanoTime();
        final Batch.Written written = batch == null ? Batch.Written.NOTHING : batch.finish();
        table.commit(written, begun, next);
        begun = begun.with(next);
        standing.committed(written, table.offsets());
        measures.committed(written, Duration.ofNanos(System.nanoTime() - started));
        forgetRows();
        allIsWell();
        reader.tell(next);
    }

    private void allIsWell() {
        standing.goesOn();
        failures = 0;
    }

    private void forgetRows() {
        if (batch != null) {
            batch.close();
            batch = null;
        }
        letters.clear();
        rhythm.begin();
    }

    private void forget() {
        forgetRows();
        covered.clear();
        taken.clear();
    }

    private void stop(final RuntimeException why) {
        if (standing.stopped(why.getMessage())) {
            LOG.error("{} is not exported any further: {}", topic.name(), why.getMessage());
        }
        forget();
        reader.unsettle();
        reader.rest(STOPPED);
    }

    private void await(final String what, final Exception cause) {
        if (failures == 0) {
            LOG.warn("{} waits for {}", topic.name(), what, cause);
        }
        standing.waitsFor(what);
        forget();
        reader.unsettle();
        reader.rest(backoff.after(failures++));
    }

    @Override
    public void close() {
        closed = true;
        reader.wakeup();
        try {
            thread.join(CLOSING.toMillis());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
