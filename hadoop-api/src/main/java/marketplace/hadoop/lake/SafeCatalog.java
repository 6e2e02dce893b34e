package marketplace.hadoop.lake;

import java.time.Clock;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;

/** A catalogue in the file system itself, whose tables are committed to by {@link SafeOperations}. */
final class SafeCatalog extends HadoopCatalog {
    private final Clock clock;

    SafeCatalog(final Clock clock) {
        this.clock = clock;
    }

    @Override
    protected TableOperations newTableOps(final TableIdentifier table) {
        return new SafeOperations(super.newTableOps(table), clock);
    }
}
