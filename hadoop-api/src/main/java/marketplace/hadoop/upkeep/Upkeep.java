package marketplace.hadoop.upkeep;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import marketplace.hadoop.export.ExportProgress;
import marketplace.hadoop.export.Exports;
import marketplace.hadoop.lake.Lake;
import marketplace.hadoop.lake.LakeSettings;
import marketplace.hadoop.lake.TopicTable;
import org.apache.iceberg.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables up, in rounds and in a thread of its own. Of several instances that one does it for a topic which
 * exports its first partition. Done twice at once it would do no harm: one of the two would be refused.
 */
@Context
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int VERSIONS_KEPT = 10;
    private static final long CLOSING_SECONDS = 5;

    private final Exports exports;
    private final Lake lake;
    private final UpkeepSettings settings;
    private final Compaction compaction;
    private final Clock clock;
    private final ScheduledExecutorService rounds;

    Upkeep(
            final Exports exports,
            final Lake lake,
            final LakeSettings files,
            final UpkeepSettings settings,
            final Clock clock) {
        this.exports = exports;
        this.lake = lake;
        this.settings = settings;
        this.compaction = new Compaction(settings.smallFiles(), files.fileBytes());
        this.clock = clock;
        this.rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            final Thread thread = new Thread(task, "upkeep");
            thread.setDaemon(true);
            return thread;
        });
        final long pause = settings.interval().toMillis();
        final var unused = rounds.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void round() {
        exports.progress().stream()
                .filter(ExportProgress::first)
                .map(ExportProgress::topic)
                .forEach(this::attempt);
    }

    private void attempt(final String topic) {
        try {
            final TopicTable table = lake.tableOf(topic);
            table.reload();
            if (table.isThere()) {
                keepUp(topic, table.table());
            }
        } catch (final IOException | RuntimeException e) {
            LOG.warn("The table of {} could not be kept up, the next round tries again: {}", topic, e.getMessage());
        }
    }

    private void keepUp(final String topic, final Table table) throws IOException {
        final Instant now = clock.instant();
        final int replaced = compaction.run(table, LocalDate.ofInstant(now, ZoneOffset.UTC));
        table.refresh();
        table.expireSnapshots()
                .expireOlderThan(now.minus(settings.snapshots()).toEpochMilli())
                .retainLast(VERSIONS_KEPT)
                .commit();
        final int orphans = Orphans.clean(table, now.minus(settings.orphans()), now.minus(settings.versions()));
        if (replaced + orphans > 0) {
            LOG.info(
                    "{}: {} small files are in larger ones now, {} forgotten files are gone", topic, replaced, orphans);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        rounds.shutdownNow();
        if (!rounds.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("Upkeep goes on until the process ends; what it has not committed is forgotten");
        }
    }
}
