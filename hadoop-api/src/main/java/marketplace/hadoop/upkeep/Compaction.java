package marketplace.hadoop.upkeep;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import marketplace.hadoop.lake.Rewriter;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFilesCommitManager;
import org.apache.iceberg.actions.RewriteFileGroup;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Makes small files large ones. Each step replaces some files of a day by others with the same rows, in one commit: who
 * reads has either those or these.
 *
 * <p>What is written again and again is the day that goes on. So of that day only the very small files are touched, and
 * of days that are over also the middling ones.
 */
final class Compaction {
    private static final int VERY_SMALL = 8;
    private static final int GROUP = 4;
    private static final int MIDDLING_FILES = 2;

    private final int smallFiles;
    private final long fileBytes;

    /**
     * @param smallFiles how many small files of one day are made one
     * @param fileBytes how large a file may grow
     */
    Compaction(final int smallFiles, final long fileBytes) {
        this.smallFiles = smallFiles;
        this.fileBytes = fileBytes;
    }

    /** Does what there is to do; answers how many files it has replaced. */
    int run(final Table table, final LocalDate today) throws IOException {
        final int small = run(table, Expressions.alwaysTrue(), smallFiles, fileBytes / VERY_SMALL);
        final Expression over = Expressions.lessThan(
                "event_at", today.atStartOfDay().atOffset(ZoneOffset.UTC).toString());
        return small + run(table, over, MIDDLING_FILES, fileBytes / 4 * 3);
    }

    private int run(final Table table, final Expression rows, final int filesAtLeast, final long smallerThan)
            throws IOException {
        if (table.currentSnapshot() == null) {
            return 0;
        }
        final BinPackRewriteFilePlanner planner = new BinPackRewriteFilePlanner(table, rows);
        final Map<String, String> options = new HashMap<>();
        options.put(BinPackRewriteFilePlanner.TARGET_FILE_SIZE_BYTES, Long.toString(fileBytes));
        options.put(BinPackRewriteFilePlanner.MIN_FILE_SIZE_BYTES, Long.toString(smallerThan));
        options.put(BinPackRewriteFilePlanner.MAX_FILE_SIZE_BYTES, Long.toString(2 * fileBytes));
        options.put(BinPackRewriteFilePlanner.MIN_INPUT_FILES, Integer.toString(filesAtLeast));
        options.put(BinPackRewriteFilePlanner.MAX_FILE_GROUP_SIZE_BYTES, Long.toString(GROUP * fileBytes));
        planner.init(options);
        final RewriteDataFilesCommitManager commits =
                new RewriteDataFilesCommitManager(table, table.currentSnapshot().snapshotId());
        int replaced = 0;
        try (CloseableIterable<RewriteFileGroup> groups = planner.plan().groups()) {
            for (final RewriteFileGroup group : groups) {
                group.setOutputFiles(Set.copyOf(new Rewriter(table, fileBytes)
                        .rewrite(group.fileScanTasks().stream()
                                .map(FileScanTask::file)
                                .toList())));
                commits.commitOrClean(Set.of(group));
                replaced += group.inputFileNum();
            }
        }
        return replaced;
    }
}
