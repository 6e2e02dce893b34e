package marketplace.hadoop.recommendations;

import jakarta.inject.Singleton;
import marketplace.hadoop.export.ExportProgress;
import marketplace.hadoop.export.Exports;
import marketplace.hadoop.lake.Lake;
import marketplace.hadoop.lake.TableFigures;

/** The rows that the tables of the exported topics say they have. */
@Singleton
final class ExportedRows implements LakeSize {
    private final Exports exports;
    private final Lake lake;

    ExportedRows(final Exports exports, final Lake lake) {
        this.exports = exports;
        this.lake = lake;
    }

    @Override
    public long rows() {
        return exports.progress().stream()
                .map(ExportProgress::topic)
                .map(lake::figuresOf)
                .mapToLong(TableFigures::rows)
                .sum();
    }
}
