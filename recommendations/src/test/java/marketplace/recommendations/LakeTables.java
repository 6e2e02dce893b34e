package marketplace.recommendations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.events.ClientEvent;
import marketplace.events.Product;
import marketplace.events.SearchEvent;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.encryption.EncryptionKeyMetadata;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** The lake's tables in a local folder, with the columns that the job reads, filled without the rest of the platform. */
final class LakeTables {
    private static final Type TEXT = Types.StringType.get();
    private static final Type TIME = Types.TimestampType.withZone();
    private static final Type TEXTS = Types.ListType.ofOptional(1_000, TEXT);

    private final HadoopCatalog catalog;
    private final Path folder;
    private final Map<String, Long> offsets = new HashMap<>();

    LakeTables(final Path folder) {
        this.folder = folder;
        this.catalog = new HadoopCatalog(new Configuration(), uri());
    }

    String uri() {
        return folder.toUri().toString();
    }

    void putProducts(final List<Product> products) {
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final Product product : products) {
            final Map<String, Object> row = new HashMap<>();
            row.put("product_id", product.getProductId());
            row.put("name", product.getName());
            row.put("brand", product.getBrand());
            row.put("category", product.getCategory());
            row.put("tags", product.getTags());
            row.put("created_at", time(product.getCreatedAt()));
            rows.add(record(row, product.getProductId(), product.getUpdatedAt()));
        }
        append("allowed_products", rows);
    }

    /** A product is gone: a row without a value. */
    void banProducts(final List<String> ids) {
        append(
                "allowed_products",
                ids.stream()
                        .map(id -> record(new HashMap<>(), id, Instant.now()))
                        .toList());
    }

    void putEvents(final List<ClientEvent> events) {
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final ClientEvent event : events) {
            final Map<String, Object> row = new HashMap<>();
            row.put("event_id", event.getEventId());
            row.put("kind", event.getKind().name());
            row.put("client_id", event.getClientId());
            row.put("product_id", event.getProductId());
            row.put("query_id", event.getQueryId());
            row.put("at", time(event.getAt()));
            rows.add(record(row, event.getClientId(), event.getAt()));
        }
        append("client_events", rows);
    }

    void putSearches(final List<SearchEvent> searches) {
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final SearchEvent search : searches) {
            final Map<String, Object> row = new HashMap<>();
            row.put("query_id", search.getQueryId());
            row.put("client_id", search.getClientId());
            row.put("text", search.getText());
            row.put("shown", search.getShown());
            row.put("at", time(search.getAt()));
            rows.add(record(row, search.getQueryId(), search.getAt()));
        }
        append("search_products", rows);
    }

    private static Map<String, Object> record(final Map<String, Object> row, final String key, final Instant eventAt) {
        row.put("kafka_tombstone", row.isEmpty());
        row.put("kafka_key", key);
        row.put("kafka_partition", 0);
        row.put("event_at", time(eventAt));
        return row;
    }

    private static OffsetDateTime time(final Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Schema schema(final String table) {
        final List<NestedField> columns = new ArrayList<>();
        switch (table) {
            case "allowed_products" -> {
                List.of("product_id", "name", "brand", "category").forEach(name -> add(columns, name, TEXT));
                add(columns, "tags", TEXTS);
                add(columns, "created_at", TIME);
            }
            case "client_events" -> {
                List.of("event_id", "kind", "client_id", "product_id", "query_id")
                        .forEach(name -> add(columns, name, TEXT));
                add(columns, "at", TIME);
            }
            default -> {
                List.of("query_id", "client_id", "text").forEach(name -> add(columns, name, TEXT));
                add(columns, "shown", TEXTS);
                add(columns, "at", TIME);
            }
        }
        add(columns, "kafka_key", TEXT);
        add(columns, "kafka_partition", Types.IntegerType.get());
        add(columns, "kafka_offset", Types.LongType.get());
        add(columns, "kafka_tombstone", Types.BooleanType.get());
        add(columns, "event_at", TIME);
        return new Schema(columns);
    }

    private static void add(final List<NestedField> columns, final String name, final Type type) {
        columns.add(NestedField.optional(name)
                .withId(columns.size() + 1)
                .ofType(type)
                .build());
    }

    private Table table(final String name) {
        final TableIdentifier identifier = TableIdentifier.of(Namespace.of("marketplace"), name);
        if (catalog.tableExists(identifier)) {
            return catalog.loadTable(identifier);
        }
        final Schema schema = schema(name);
        return catalog.createTable(
                identifier,
                schema,
                PartitionSpec.builderFor(schema).day("event_at").build());
    }

    /** A file for each day, and one commit. */
    private void append(final String name, final List<Map<String, Object>> rows) {
        final Table table = table(name);
        final Map<PartitionKey, List<Record>> days = new HashMap<>();
        final InternalRecordWrapper wrapper =
                new InternalRecordWrapper(table.schema().asStruct());
        for (final Map<String, Object> row : rows) {
            row.put("kafka_offset", offsets.merge(name, 1L, Long::sum));
            final Record record = GenericRecord.create(table.schema()).copy(row);
            final PartitionKey day = new PartitionKey(table.spec(), table.schema());
            day.partition(wrapper.wrap(record));
            days.computeIfAbsent(day, missing -> new ArrayList<>()).add(record);
        }
        final var append = table.newAppend();
        days.forEach(
                (day, records) -> append.appendFile(write(table, day, records).toDataFile()));
        append.commit();
    }

    private static DataWriter<Record> write(final Table table, final PartitionKey day, final List<Record> records) {
        final String path = table.locationProvider().newDataLocation(table.spec(), day, UUID.randomUUID() + ".parquet");
        try (DataWriter<Record> writer = Parquet.writeData(
                        EncryptedFiles.encryptedOutput(table.io().newOutputFile(path), EncryptionKeyMetadata.EMPTY))
                .forTable(table)
                .withSpec(table.spec())
                .withPartition(day)
                .createWriterFunc((schema, type) -> GenericParquetWriter.create(schema, type))
                .build()) {
            writer.write(records);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
