package marketplace.bench.serializer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ours beside what a sensible engineer writes with Avro alone: everything reused that can be. */
@State(Scope.Benchmark)
public class ProductCodecs {
    private static final int PREFIX = 5;

    /** How much there is in the record. */
    @Param
    public Size size;

    private final SpecificDatumWriter<Product> writer = new SpecificDatumWriter<>(Product.class);
    private final SpecificDatumReader<Product> reader = new SpecificDatumReader<>(Product.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    private OneSchemaRegistry registry;
    private Serializer<Product> serializer;
    private Deserializer<Product> deserializer;
    private Product product;
    private byte[] bytes;

    /** Starts the registry and makes the record. */
    @Setup
    public void start() throws IOException {
        registry = new OneSchemaRegistry(Product.getClassSchema().toString());
        final Map<String, Object> config = Map.of("schema.registry.url", registry.url());
        serializer = Topics.PRODUCTS.serializer(config);
        deserializer = Topics.PRODUCTS.deserializer(config);
        product = SizedProducts.of(size);
        bytes = serializeOurs();
        if (!deserializeOurs().equals(product)
                || !deserializePlain().equals(product)
                || serializePlain().length != bytes.length) {
            throw new IllegalStateException("The two do not write and read the same");
        }
    }

    /** Stops the registry. */
    @TearDown
    public void stop() {
        registry.close();
    }

    /** How long a record of a size is when it is written. */
    static int recordBytes(final Size size) throws IOException {
        final ProductCodecs codecs = new ProductCodecs();
        codecs.size = size;
        codecs.start();
        try {
            return codecs.bytes.length;
        } finally {
            codecs.stop();
        }
    }

    @Benchmark
    public byte[] serializePlain() throws IOException {
        out.reset();
        out.write(0);
        out.write(0);
        out.write(0);
        out.write(0);
        out.write(1);
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        writer.write(product, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Benchmark
    public byte[] serializeOurs() {
        return serializer.serialize("products", product);
    }

    @Benchmark
    public Product deserializePlain() throws IOException {
        if (bytes[0] != 0 || ByteBuffer.wrap(bytes).getInt(1) != 1) {
            throw new IOException("Not the schema that is read here");
        }
        decoder = DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, decoder);
        return reader.read(null, decoder);
    }

    @Benchmark
    public Product deserializeOurs() {
        return deserializer.deserialize("products", bytes);
    }
}
