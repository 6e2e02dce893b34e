package marketplace.bench.recommendations;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.PartitionKey;
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

/**
 * Tables like those of the lake, beside them, with products and with what clients made up did: each has a taste for two
 * shelves and takes nine of ten products from there. On each shelf a few products are far more popular than the others.
 */
final class MadeUpLake implements AutoCloseable {
    /** The namespace of the tables. */
    static final String NAMESPACE = "bench";

    private static final String EVENTS = "client_events";
    private static final String PRODUCTS = "allowed_products";
    private static final String SEARCHES = "search_products";
    private static final Namespace OURS = Namespace.of(NAMESPACE);
    private static final Namespace MODEL = Namespace.of("marketplace");

    private static final int DAYS = 30;
    private static final int SHELVES = 200;
    private static final double FROM_TASTE = 0.9;
    private static final Instant FIRST_DAY = Instant.parse("2025-03-01T12:00:00Z");
    private static final long SEED = 20_260_301;

    private final HadoopCatalog catalog;
    private final int products;

    /** @param products how many there are */
    MadeUpLake(final URI warehouse, final int products) {
        this.catalog = new HadoopCatalog(new Configuration(), warehouse.toString());
        this.products = products;
    }

    /** Makes the tables anew, with so many events. */
    void fill(final long events, final int clients) throws IOException {
        forget();
        make(SEARCHES);
        final SampleProducts samples = new SampleProducts();
        final Table shelf = make(PRODUCTS);
        append(shelf, List.of(write(shelf, FIRST_DAY, products, (row, number) -> {
            final Product product = samples.product(number);
            row.setField("product_id", product.getProductId());
            row.setField("name", product.getName());
            row.setField("brand", product.getBrand());
            row.setField("category", product.getCategory());
            row.setField("tags", product.getTags());
            row.setField("created_at", time(product.getCreatedAt()));
            from(row, product.getProductId(), number, FIRST_DAY);
        })));
        final Table behaviour = make(EVENTS);
        final List<DataWriter<Record>> days = new ArrayList<>();
        final Behaviour made = new Behaviour(clients, products);
        for (int day = 0; day < DAYS; day++) {
            final Instant at = FIRST_DAY.plusSeconds(day * 86_400L);
            final long before = events * day / DAYS;
            final long count = events * (day + 1) / DAYS - before;
            days.add(write(behaviour, at, count, (row, number) -> {
                final String client = "bench-client-" + made.client();
                row.setField("event_id", "bench-event-" + (before + number));
                row.setField("kind", made.kind());
                row.setField("client_id", client);
                row.setField("product_id", SampleProducts.id(made.product()));
                row.setField("at", time(at));
                from(row, client, before + number, at);
            }));
        }
        append(behaviour, days);
    }

    /** Fills one row. */
    private interface Filling {
        void fill(Record row, long number);
    }

    private static void from(final Record row, final String key, final long offset, final Instant at) {
        row.setField("kafka_key", key);
        row.setField("kafka_partition", 0);
        row.setField("kafka_offset", offset);
        row.setField("kafka_tombstone", false);
        row.setField("event_at", time(at));
    }

    private static OffsetDateTime time(final Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Table make(final String name) {
        final Table model = catalog.loadTable(TableIdentifier.of(MODEL, name));
        return catalog.createTable(TableIdentifier.of(OURS, name), model.schema(), model.spec(), model.properties());
    }

    private static DataWriter<Record> write(
            final Table table, final Instant at, final long count, final Filling filling) throws IOException {
        final Record row = GenericRecord.create(table.schema());
        row.setField("event_at", time(at));
        final PartitionKey day = new PartitionKey(table.spec(), table.schema());
        day.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(row));
        final String path = table.locationProvider().newDataLocation(table.spec(), day, UUID.randomUUID() + ".parquet");
        try (DataWriter<Record> writer = Parquet.writeData(
                        EncryptedFiles.encryptedOutput(table.io().newOutputFile(path), EncryptionKeyMetadata.EMPTY))
                .forTable(table)
                .withSpec(table.spec())
                .withPartition(day)
                .createWriterFunc((schema, type) -> GenericParquetWriter.create(schema, type))
                .build()) {
            for (long number = 0; number < count; number++) {
                filling.fill(row, number);
                writer.write(row);
            }
            return writer;
        }
    }

    private static void append(final Table table, final List<DataWriter<Record>> files) {
        final AppendFiles append = table.newAppend();
        files.forEach(file -> append.appendFile(file.toDataFile()));
        append.commit();
    }

    private void forget() {
        List.of(EVENTS, PRODUCTS, SEARCHES).forEach(name -> catalog.dropTable(TableIdentifier.of(OURS, name), true));
    }

    @Override
    public void close() throws IOException {
        try (catalog) {
            forget();
            catalog.dropNamespace(OURS);
        }
    }

    /** What one client does after the other, the same at every run. */
    private static final class Behaviour {
        private final Random random = new Random(SEED);
        private final int clients;
        private final int products;
        private int client;

        Behaviour(final int clients, final int products) {
            this.clients = clients;
            this.products = products;
        }

        /** Whoever does something next. */
        int client() {
            client = random.nextInt(clients);
            return client;
        }

        /** What he does. */
        String kind() {
            final int luck = random.nextInt(100);
            return luck < 80 ? "VIEW" : luck < 95 ? "CART" : "PURCHASE";
        }

        /** And with what. His two shelves follow from his number. */
        int product() {
            final int shelf = random.nextDouble() < FROM_TASTE
                    ? (random.nextBoolean() ? client : client / SHELVES * 7 + client) % SHELVES
                    : random.nextInt(SHELVES);
            final int onShelf = products / SHELVES;
            final double luck = random.nextDouble();
            return shelf + SHELVES * (int) (onShelf * luck * luck);
        }
    }
}
