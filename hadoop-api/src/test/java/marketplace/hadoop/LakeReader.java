package marketplace.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/** Reads tables as any engine would: with Iceberg's own catalogue and reader. */
final class LakeReader implements AutoCloseable {
    private final HadoopCatalog catalog;

    LakeReader(final String hdfs) {
        catalog = new HadoopCatalog();
        catalog.setConf(new Configuration());
        catalog.initialize("reader", Map.of("warehouse", hdfs + "/"));
    }

    boolean isThere(final String topic) {
        return catalog.tableExists(name(topic));
    }

    Table table(final String topic) {
        return catalog.loadTable(name(topic));
    }

    /** How many rows there are, as the table itself says. */
    long count(final String topic) {
        return isThere(topic) && table(topic).currentSnapshot() != null
                ? Long.parseLong(table(topic).currentSnapshot().summary().get("total-records"))
                : 0;
    }

    List<Record> rows(final String topic) {
        if (!isThere(topic)) {
            return List.of();
        }
        final List<Record> rows = new ArrayList<>();
        try (CloseableIterable<Record> found =
                IcebergGenerics.read(table(topic)).build()) {
            found.forEach(row -> rows.add(row.copy()));
            return rows;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which records the rows are: partition@offset of each. */
    List<String> origins(final String topic) {
        return rows(topic).stream()
                .map(row -> row.getField("kafka_partition") + "@" + row.getField("kafka_offset"))
                .toList();
    }

    private static TableIdentifier name(final String topic) {
        return TableIdentifier.of("marketplace", topic.replace('-', '_'));
    }

    @Override
    public void close() throws IOException {
        catalog.close();
    }
}
