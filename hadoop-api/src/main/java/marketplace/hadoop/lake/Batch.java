package marketplace.hadoop.lake;

import java.io.IOException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/** Rows on their way into a table. Nobody sees them before they are committed. For one thread. */
public final class Batch implements AutoCloseable {
    private final Table table;
    private final DayFiles files;
    private final long mostWaiting;
    private final IdentityHashMap<Schema, Row> rows = new IdentityHashMap<>();
    private final Row tombstones;
    private long records;
    private long bytes;
    private Instant newestEvent = Instant.MIN;

    Batch(final Table table, final LakeSettings settings) {
        this.table = table;
        this.files = new DayFiles(table, settings.openDays(), settings.fileBytes());
        this.mostWaiting = settings.waitingBytes();
        this.tombstones = new Row(table.schema().asStruct(), Optional.empty());
    }

    /** What has been written, to be committed. */
    public record Written(List<DataFile> files, long records, long bytes, Optional<Instant> newestEvent) {
        /** No rows at all, where only offsets move. */
        public static final Written NOTHING = new Written(List.of(), 0, 0, Optional.empty());
    }

    /**
     * Adds a record, whose schema the table {@linkplain TopicTable#cover covers}.
     *
     * @throws UnfitRecordException if it has a value that no row can have; the batch is as it was
     */
    public void add(final TopicRecord record) {
        files.add(row(record).show(record), record);
        records++;
        bytes += record.bytes();
        if (record.value().isPresent() && record.eventAt().isAfter(newestEvent)) {
            newestEvent = record.eventAt();
        }
    }

    private Row row(final TopicRecord record) {
        return record.value().map(value -> row(value.getSchema())).orElse(tombstones);
    }

    private Row row(final Schema schema) {
        return rows.computeIfAbsent(schema, fresh -> new Row(table.schema().asStruct(), Optional.of(fresh)));
    }

    public long records() {
        return records;
    }

    /** How much the records were on their topic. */
    public long bytes() {
        return bytes;
    }

    /** So much waits in memory that it is time to commit. */
    public boolean isFull() {
        return files.waitingBytes() >= mostWaiting;
    }

    /** Brings everything to the disk. */
    public Written finish() throws IOException {
        return new Written(
                files.finish(),
                records,
                bytes,
                newestEvent.equals(Instant.MIN) ? Optional.empty() : Optional.of(newestEvent));
    }

    /** Forgets what was not finished. */
    @Override
    public void close() {
        files.close();
    }
}
