package marketplace.hadoop.lake;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.RollingDataWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a batch, at least one for each day. A file that is open takes memory, and a client may name whatever day
 * it likes; so only a few are open at once, and records of further days wait until the end, when they are written one
 * day after the other.
 */
final class DayFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DayFiles.class);

    private final Table table;
    private final int mostOpen;
    private final long fileBytes;
    private final ParquetFiles format;
    private final OutputFileFactory names;
    private final PartitionKey key;
    private final Map<Long, RollingDataWriter<StructLike>> open = new HashMap<>();
    private final SortedMap<Long, List<Waiting>> waiting = new TreeMap<>();
    private final List<DataFile> done = new ArrayList<>();
    private long waitingBytes;

    DayFiles(final Table table, final int mostOpen, final long fileBytes) {
        this.table = table;
        this.mostOpen = mostOpen;
        this.fileBytes = fileBytes;
        this.format = new ParquetFiles(table);
        this.names = OutputFileFactory.builderFor(table, 0, 0)
                .format(FileFormat.PARQUET)
                .operationId(UUID.randomUUID().toString())
                .build();
        this.key = new PartitionKey(table.spec(), table.schema());
    }

    /** A record that waits, and what shows it as a row. */
    private record Waiting(Row row, TopicRecord record) {}

    /** Adds a record that the row shows now. */
    void add(final Row row, final TopicRecord record) {
        final long day = day(record.eventAt());
        RollingDataWriter<StructLike> writer = open.get(day);
        if (writer == null && open.size() >= mostOpen) {
            waiting.computeIfAbsent(day, first -> new ArrayList<>()).add(new Waiting(row, record));
            waitingBytes += record.bytes();
            return;
        }
        if (writer == null) {
            writer = writer(row);
            open.put(day, writer);
        }
        writer.write(row);
    }

    private static long day(final Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private RollingDataWriter<StructLike> writer(final Row row) {
        key.partition(row);
        return new RollingDataWriter<>(format, names, table.io(), fileBytes, table.spec(), key.copy());
    }

    /** How much of what was added waits in memory. */
    long waitingBytes() {
        return waitingBytes;
    }

    /** Writes the rest, and closes all files. */
    List<DataFile> finish() throws IOException {
        for (final RollingDataWriter<StructLike> writer : open.values()) {
            writer.close();
            done.addAll(writer.result().dataFiles());
        }
        open.clear();
        for (final List<Waiting> ofOneDay : waiting.values()) {
            done.addAll(written(ofOneDay));
        }
        waiting.clear();
        waitingBytes = 0;
        return List.copyOf(done);
    }

    private List<DataFile> written(final List<Waiting> ofOneDay) throws IOException {
        final Waiting first = ofOneDay.get(0);
        final RollingDataWriter<StructLike> writer = writer(first.row().show(first.record()));
        try (writer) {
            for (final Waiting one : ofOneDay) {
                writer.write(one.row().show(one.record()));
            }
        }
        return writer.result().dataFiles();
    }

    /** Leaves unfinished files to whoever looks for files that belong to nothing. */
    @Override
    public void close() {
        open.values().forEach(writer -> {
            try {
                writer.close();
            } catch (final IOException | RuntimeException e) {
                LOG.debug("A file that nobody needs was not closed in order", e);
            }
        });
        open.clear();
        waiting.clear();
    }
}
