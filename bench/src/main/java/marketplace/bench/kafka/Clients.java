package marketplace.bench.kafka;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import marketplace.events.Product;
import marketplace.events.Recommendations;
import marketplace.schemas.Topics;
import marketplace.tool.platform.Platform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of one cluster, which may do there what the administrator may. */
public final class Clients {
    /** The cluster that shops and clients write to. */
    public static final String PRIMARY = "primary";

    /** The cluster with the copy, where the search reads. */
    public static final String TARGET = "target";

    /** As services have it, so that nothing but the service stands between the two that are compared. */
    private static final Map<String, Object> PRODUCER = Map.of(
            "acks", "all",
            "enable.idempotence", true,
            "linger.ms", 5,
            "batch.size", 65_536,
            "compression.type", "lz4",
            "max.block.ms", 15_000,
            "request.timeout.ms", 5_000,
            "delivery.timeout.ms", 20_000);

    private static final Map<String, Object> CONSUMER =
            Map.of("enable.auto.commit", false, "isolation.level", "read_committed", "auto.offset.reset", "earliest");

    private final Map<String, Object> common;
    private final Map<String, Object> registry;

    public Clients(final Platform platform, final String cluster) throws IOException {
        common = Map.copyOf(platform.client(cluster, "admin"));
        registry = Map.of("schema.registry.url", platform.address("schema-registry"));
    }

    /** Writes products as they are on their topics, on a topic of ours too, which has no schema of its own. */
    public Serializer<Product> products() {
        final Serializer<Product> products = Topics.PRODUCTS.serializer(registry);
        return (topic, product) -> products.serialize(Topics.PRODUCTS.name(), product);
    }

    /** Writes recommendations. */
    public Serializer<Recommendations> recommendations() {
        return Topics.RECOMMENDATIONS.serializer(registry);
    }

    /** Reads products that were written so. */
    public Deserializer<Product> readProducts() {
        final Deserializer<Product> products = Topics.PRODUCTS.deserializer(registry);
        return (topic, bytes) -> products.deserialize(Topics.PRODUCTS.name(), bytes);
    }

    /** A producer with the settings of the services'. */
    public <V> Producer<String, V> producer(final Serializer<V> values) {
        return new KafkaProducer<>(with(PRODUCER, Map.of()), new StringSerializer(), values);
    }

    /** A producer of bytes with settings of its own, where they are others than the services'. */
    public Producer<String, byte[]> producerOfBytes(final Map<String, Object> settings) {
        return new KafkaProducer<>(with(PRODUCER, settings), new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that reads what is committed, and commits nothing by itself. */
    public Consumer<String, byte[]> consumer(final Map<String, Object> settings) {
        return new KafkaConsumer<>(with(CONSUMER, settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(common);
    }

    private Map<String, Object> with(final Map<String, Object> usual, final Map<String, Object> settings) {
        final Map<String, Object> all = new HashMap<>(usual);
        all.putAll(common);
        all.putAll(settings);
        return all;
    }
}
