package marketplace.hadoop.lake;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.parquet.InternalReader;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.RollingDataWriter;
import org.apache.iceberg.parquet.Parquet;

/** Writes the rows of files into other files, one row at a time. */
public final class Rewriter {
    private final Table table;
    private final long fileBytes;

    /** @param fileBytes how large a file may grow */
    public Rewriter(final Table table, final long fileBytes) {
        this.table = table;
        this.fileBytes = fileBytes;
    }

    /** Writes all rows of files, which are of one day, and answers the new files. Nobody knows of them yet. */
    public List<DataFile> rewrite(final List<DataFile> files) throws IOException {
        final OutputFileFactory names = OutputFileFactory.builderFor(table, 0, 0)
                .format(FileFormat.PARQUET)
                .operationId(UUID.randomUUID().toString())
                .build();
        final RollingDataWriter<StructLike> writer = new RollingDataWriter<>(
                new ParquetFiles(table),
                names,
                table.io(),
                fileBytes,
                table.spec(),
                files.get(0).partition());
        try (writer) {
            for (final DataFile file : files) {
                try (CloseableIterable<StructLike> rows = rows(file)) {
                    rows.forEach(writer::write);
                }
            }
        }
        return writer.result().dataFiles();
    }

    private CloseableIterable<StructLike> rows(final DataFile file) {
        return Parquet.read(table.io().newInputFile(file.location()))
                .project(table.schema())
                .createReaderFunc(type -> InternalReader.create(table.schema(), type))
                .build();
    }
}
