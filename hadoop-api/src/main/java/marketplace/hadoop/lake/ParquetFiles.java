package marketplace.hadoop.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.parquet.InternalWriter;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.FileWriterFactory;
import org.apache.iceberg.parquet.Parquet;

/** Begins files of rows that are in Iceberg's own form. Nothing is ever deleted from such a file. */
final class ParquetFiles implements FileWriterFactory<StructLike> {
    private final Table table;

    ParquetFiles(final Table table) {
        this.table = table;
    }

    @Override
    public DataWriter<StructLike> newDataWriter(
            final EncryptedOutputFile file, final PartitionSpec spec, final StructLike partition) {
        try {
            return Parquet.writeData(file)
                    .forTable(table)
                    .withSpec(spec)
                    .withPartition(partition)
                    .createWriterFunc((schema, type) -> InternalWriter.createWriter(schema, type))
                    .overwrite(false)
                    .build();
        } catch (final IOException e) {
            throw new UncheckedIOException("A file could not be begun", e);
        }
    }

    @Override
    public EqualityDeleteWriter<StructLike> newEqualityDeleteWriter(
            final EncryptedOutputFile file, final PartitionSpec spec, final StructLike partition) {
        throw new UnsupportedOperationException("Rows are not deleted");
    }

    @Override
    public PositionDeleteWriter<StructLike> newPositionDeleteWriter(
            final EncryptedOutputFile file, final PartitionSpec spec, final StructLike partition) {
        throw new UnsupportedOperationException("Rows are not deleted");
    }
}
