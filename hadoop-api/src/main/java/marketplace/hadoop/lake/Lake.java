package marketplace.hadoop.lake;

import jakarta.inject.Singleton;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** All tables. */
@Singleton
public final class Lake {
    private final Catalog catalog;
    private final LakeSettings settings;

    Lake(final Catalogs.OpenCatalog catalog, final LakeSettings settings) {
        this.catalog = catalog.tables();
        this.settings = settings;
    }

    /** The name of a topic's table. */
    public static String nameFor(final String topic) {
        return topic.replace('-', '_');
    }

    /** The table of a topic, which need not be there yet. For one thread. */
    public TopicTable tableOf(final String topic) {
        return new TopicTable(
                catalog, TableIdentifier.of(Namespace.of(settings.namespace()), nameFor(topic)), settings);
    }

    /** What is in the table of a topic now. */
    public TableFigures figuresOf(final String topic) {
        final TopicTable table = tableOf(topic);
        table.reload();
        return table.figures();
    }
}
