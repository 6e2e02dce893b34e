package marketplace.hadoop.runs;

import jakarta.inject.Singleton;
import java.util.List;
import marketplace.hadoop.export.ExportProgress;
import marketplace.hadoop.export.Exports;
import marketplace.hadoop.lake.Lake;

/** Looks at the tables. */
@Singleton
final class Tables {
    private final Exports exports;
    private final Lake lake;

    Tables(final Exports exports, final Lake lake) {
        this.exports = exports;
        this.lake = lake;
    }

    /** What is in each now. */
    List<TableView> all() {
        return exports.progress().stream()
                .map(ExportProgress::topic)
                .map(topic -> TableView.of(topic, lake.figuresOf(topic)))
                .toList();
    }
}
