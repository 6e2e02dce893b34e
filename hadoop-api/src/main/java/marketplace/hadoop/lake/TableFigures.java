package marketplace.hadoop.lake;

import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;

/**
 * What is in a table.
 *
 * @param location where it is; nothing if there is no table yet
 * @param newestEvent when the newest event happened; nothing if there is none
 */
public record TableFigures(
        String name,
        Optional<String> location,
        long rows,
        long files,
        long bytes,
        long snapshots,
        Optional<String> newestEvent) {

    static TableFigures ofNothing(final String name) {
        return new TableFigures(name, Optional.empty(), 0, 0, 0, 0, Optional.empty());
    }

    static TableFigures of(final String name, final Table table) {
        final Map<String, String> summary = Optional.ofNullable(table.currentSnapshot())
                .map(Snapshot::summary)
                .orElse(Map.of());
        return new TableFigures(
                name,
                Optional.of(table.location()),
                number(summary, SnapshotSummary.TOTAL_RECORDS_PROP),
                number(summary, SnapshotSummary.TOTAL_DATA_FILES_PROP),
                number(summary, SnapshotSummary.TOTAL_FILE_SIZE_PROP),
                StreamSupport.stream(table.snapshots().spliterator(), false).count(),
                Optional.ofNullable(table.properties().get(TopicTable.NEWEST_EVENT)));
    }

    private static long number(final Map<String, String> summary, final String key) {
        return Long.parseLong(summary.getOrDefault(key, "0"));
    }
}
