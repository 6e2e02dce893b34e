package marketplace.hadoop.lake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * The table of one topic. Rows and the offsets that they carry become visible in one atomic step, so whoever begins where
 * the table ends writes each record once. A writer that began where the table does not end any more is refused.
 *
 * <p>For one thread. Every method may also throw what Iceberg and the file system throw when they are away; then the
 * outcome is unknown, and {@link #reload} tells.
 */
public final class TopicTable {
    /** Where the table ends: for each partition the next offset, as JSON. Part of the contract with readers. */
    public static final String OFFSETS = "marketplace.kafka.offsets";

    /** The time of the newest event in the table. */
    public static final String NEWEST_EVENT = "marketplace.newest.event";

    private final Catalog catalog;
    private final TableIdentifier name;
    private final LakeSettings settings;
    private Table table;

    TopicTable(final Catalog catalog, final TableIdentifier name, final LakeSettings settings) {
        this.catalog = catalog;
        this.name = name;
        this.settings = settings;
    }

    /** Looks at the table anew. */
    public void reload() {
        try {
            if (table == null) {
                table = catalog.loadTable(name);
            } else {
                table.refresh();
            }
        } catch (final NoSuchTableException e) {
            table = null;
        }
    }

    public boolean isThere() {
        return table != null;
    }

    /** Where the table ended when it was looked at last. */
    public Offsets offsets() {
        return offsetsText().map(Offsets::fromJson).orElse(Offsets.NONE);
    }

    private Optional<String> offsetsText() {
        return Optional.ofNullable(table).map(there -> there.properties().get(OFFSETS));
    }

    /** What is in it, as far as it was looked at last. */
    public TableFigures figures() {
        return table == null ? TableFigures.ofNothing(name.toString()) : TableFigures.of(name.toString(), table);
    }

    /** Iceberg's view of it, which {@link #reload} found. */
    public Table table() {
        return Objects.requireNonNull(table, "There is no table yet");
    }

    /**
     * Makes the table such that records of this schema have their columns: makes it, or adds what is missing.
     *
     * @throws IncompatibleSchemaException if they cannot stand beside those that are there
     */
    public void cover(final Schema schema) {
        final org.apache.iceberg.Schema wanted = Columns.of(schema);
        if (table == null) {
            create(wanted);
        }
        try {
            final UpdateSchema update = table.updateSchema().unionByNameWith(wanted);
            if (!update.apply().sameSchema(table.schema())) {
                update.commit();
            }
        } catch (final ValidationException | IllegalArgumentException e) {
            throw new IncompatibleSchemaException(
                    "Records of the schema " + schema.getFullName() + " do not fit into the table " + name + ": "
                            + e.getMessage(),
                    e);
        }
        Compatibility.check(name.name(), table.schema(), wanted);
    }

    private void create(final org.apache.iceberg.Schema columns) {
        try {
            table = catalog.buildTable(name, columns)
                    .withPartitionSpec(PartitionSpec.builderFor(columns)
                            .day(RecordColumn.EVENT_AT.label())
                            .build())
                    .withProperty(TableProperties.FORMAT_VERSION, "2")
                    .withProperty(TableProperties.PARQUET_COMPRESSION, "zstd")
                    .withProperty(TableProperties.METADATA_COMPRESSION, "gzip")
                    .withProperty(TableProperties.COMMIT_NUM_RETRIES, "10")
                    // What a file being written holds in memory, times the number of files that are open.
                    .withProperty(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, Integer.toString(16 << 20))
                    .withProperty(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES, Long.toString(settings.fileBytes()))
                    .create();
        } catch (final AlreadyExistsException e) {
            table = catalog.loadTable(name);
        }
    }

    /** A new batch of rows for it. */
    public Batch begin() {
        return new Batch(table(), settings);
    }

    /**
     * Makes rows visible, and the table end where they do.
     *
     * @param files all rows between where these partitions began and where they will end
     * @param begun where the table ended when this writer began, or where its last commit ended
     * @param next where it will end for these partitions; others stay as they are
     * @throws StaleWriterException if somebody else has carried one of the partitions on: nothing is committed
     */
    public void commit(final Batch.Written files, final Offsets begun, final Offsets next) {
        while (true) {
            if (!offsets().agreesWith(next, begun)) {
                throw new StaleWriterException(
                        name.name(), begun.toJson(), offsets().toJson());
            }
            try {
                commit(files, offsetsText(), offsets().with(next));
                return;
            } catch (final StaleWriterException e) {
                // If only other partitions went on, the same files go beside theirs.
                reload();
            }
        }
    }

    private void commit(final Batch.Written written, final Optional<String> expected, final Offsets next) {
        final Transaction transaction = table().newTransaction();
        final AppendFiles append = transaction.newAppend();
        final List<DataFile> files = written.files();
        files.forEach(append::appendFile);
        // Asked again at each attempt, of the table as it is then.
        append.validateWith(ancestors -> {
            final String found = transaction.table().properties().get(OFFSETS);
            if (!expected.equals(Optional.ofNullable(found))) {
                throw new StaleWriterException(name.name(), expected.orElse("its beginning"), found);
            }
            return true;
        });
        append.commit();
        final var properties = transaction.updateProperties().set(OFFSETS, next.toJson());
        written.newestEvent()
                .map(Object::toString)
                .filter(newest -> newest.compareTo(table.properties().getOrDefault(NEWEST_EVENT, "")) > 0)
                .ifPresent(newest -> properties.set(NEWEST_EVENT, newest));
        properties.commit();
        transaction.commitTransaction();
    }
}
