package marketplace.hadoop.upkeep;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Files in a table's folder that no version of it refers to: writers that died have left them. One that is young may
 * belong to a commit that is under way.
 */
final class Orphans {
    private static final String HINT = "version-hint.text";

    private Orphans() {}

    /**
     * Deletes them; answers how many there were.
     *
     * @param olderThan files from after that stay
     * @param versionsOlderThan descriptions of old versions from after that stay, and those that the table remembers
     */
    static int clean(final Table table, final Instant olderThan, final Instant versionsOlderThan) throws IOException {
        if (!(table.io() instanceof final SupportsPrefixOperations files)) {
            return 0;
        }
        // Listed before it is found out what is needed: what is committed meanwhile is needed, and not in the list.
        final List<String> old = new ArrayList<>();
        for (final FileInfo file : files.listPrefix(table.location())) {
            final Instant limit = isVersion(file.location()) ? versionsOlderThan : olderThan;
            if (Instant.ofEpochMilli(file.createdAtMillis()).isBefore(limit)) {
                old.add(file.location());
            }
        }
        if (old.isEmpty()) {
            return 0;
        }
        table.refresh();
        final Set<String> needed = needed(table);
        int deleted = 0;
        for (final String file : old) {
            if (!needed.contains(path(file)) && !file.endsWith(HINT)) {
                table.io().deleteFile(file);
                deleted++;
            }
        }
        return deleted;
    }

    private static boolean isVersion(final String file) {
        return file.substring(file.lastIndexOf('/') + 1).matches("v\\d+\\..*metadata\\.json.*");
    }

    private static Set<String> needed(final Table table) throws IOException {
        final Set<String> needed = new HashSet<>();
        add(needed, ReachableFileUtil.metadataFileLocations(table, false));
        add(needed, ReachableFileUtil.manifestListLocations(table));
        add(needed, ReachableFileUtil.statisticsFilesLocations(table));
        final Set<ManifestFile> manifests = new HashSet<>();
        for (final Snapshot snapshot : table.snapshots()) {
            manifests.addAll(snapshot.allManifests(table.io()));
        }
        for (final ManifestFile manifest : manifests) {
            needed.add(path(manifest.path()));
            try (CloseableIterable<String> paths = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                add(needed, paths);
            }
        }
        return needed;
    }

    private static void add(final Set<String> needed, final Iterable<String> files) {
        files.forEach(file -> needed.add(path(file)));
    }

    /** A file may be called with the address of the NameNode or without. */
    private static String path(final String file) {
        return file.replaceFirst("^[a-z0-9]+://[^/]*", "");
    }
}
