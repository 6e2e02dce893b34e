package marketplace.bench.lake;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import marketplace.bench.kafka.Backlog;
import marketplace.bench.kafka.Clients;
import marketplace.bench.kafka.TopicReader;
import marketplace.bench.products.SampleProducts;
import marketplace.events.Product;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/**
 * The limit of the export: read products from a topic, write them into one file of Parquet on HDFS, close it. No table,
 * no offsets, no commit.
 */
final class BareExport implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final Duration TOGETHER = Duration.ofMillis(40);

    private final String topic;
    private final SampleProducts samples;
    private final Serializer<Product> serializer;
    private final Deserializer<Product> deserializer;
    private final Backlog backlog;
    private final TopicReader reader;
    private final Configuration configuration = new Configuration();
    private final FileSystem files;
    private final Path file;

    BareExport(final Clients clients, final String topic, final SampleProducts samples, final URI warehouse)
            throws IOException {
        this.topic = topic;
        this.samples = samples;
        this.serializer = clients.products();
        this.deserializer = clients.readProducts();
        this.backlog = new Backlog(clients, "bare-export");
        this.reader = TopicReader.fromEnd(clients, List.of(topic), TOGETHER);
        this.files = FileSystem.get(warehouse, configuration);
        this.file = new Path(new Path(warehouse), "bench/bare-export.parquet");
    }

    /** Writes so many, and answers how many a second that was, from when the first could be read. */
    double write(final long count) throws IOException {
        final long begin = backlog.publish(count, number -> {
            final Product product = samples.product(number);
            return new ProducerRecord<>(topic, product.getProductId(), serializer.serialize(topic, product));
        });
        copy(count);
        final double perSecond = count / ((System.nanoTime() - begin) / 1e9);
        files.delete(file, false);
        return perSecond;
    }

    private void copy(final long count) throws IOException {
        try (ParquetWriter<Product> writer = AvroParquetWriter.<Product>builder(
                        HadoopOutputFile.fromPath(file, configuration))
                .withSchema(Product.getClassSchema())
                .withDataModel(new Product().getSpecificData())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            final Copy copy = new Copy(writer);
            long last = System.nanoTime();
            while (copy.done < count) {
                final long before = copy.done;
                reader.poll(record -> copy.add(deserializer.deserialize(topic, record.value())));
                copy.check();
                if (copy.done > before) {
                    last = System.nanoTime();
                } else if (System.nanoTime() - last > PATIENCE) {
                    throw new IOException("Of " + count + " products " + copy.done + " could be read, and no more");
                }
            }
        }
    }

    /** What has been written so far, and what went wrong with it. */
    private static final class Copy {
        private final ParquetWriter<Product> writer;
        private long done;
        private IOException failure;

        Copy(final ParquetWriter<Product> writer) {
            this.writer = writer;
        }

        void add(final Product product) {
            try {
                writer.write(product);
            } catch (final IOException e) {
                failure = e;
            }
            done++;
        }

        void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (files;
                reader;
                backlog) {
            files.delete(file.getParent(), true);
        }
    }
}
