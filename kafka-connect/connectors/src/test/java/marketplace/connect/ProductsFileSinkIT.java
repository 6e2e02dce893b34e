package marketplace.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import marketplace.catalogue.Cluster;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector as it is defined, on a topic and with a file of its own. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.CONNECT})
class ProductsFileSinkIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunningEngines engines;
    private final String topic;
    private final String id = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private Path file;
    private Connector connector;
    private KafkaProducer<String, byte[]> producer;
    private Serializer<Product> serializer;

    ProductsFileSinkIT(final RunningEngines engines) {
        this.engines = engines;
        this.topic = engines.topicFor("kafka-connect", Cluster.PRIMARY, "products");
    }

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("products.out");
        final var settings = engines.admin(Cluster.PRIMARY);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        serializer = Topics.PRODUCTS.serializer(settings);
        connector = new Connector(engines.connectUrl(), "products-file-sink")
                .with("topics", topic)
                .with("file", file.toString())
                .with("value.converter.schema.registry.url", engines.schemaRegistryUrl())
                .begin();
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        connector.delete();
        Awaitility.await("the file is let go").atMost(PATIENCE).until(this::fileIsFree);
        producer.close();
        serializer.close();
    }

    @Test
    void every_product_is_one_line_of_json() throws IOException {
        send("1", value("1"));
        send("5", value("5"));

        assertThat(ids(2)).containsExactlyInAnyOrder("1", "5");
        assertThat(Files.readAllLines(file).get(0))
                .contains("\"name\":\"Клавиатура\"")
                .contains("\"price\":{\"amount\":4999.99,\"currency\":\"RUB\"}")
                .contains("\"created_at\":\"2026-11-21T10:00:00Z\"");
    }

    @Test
    void poison_goes_to_the_dead_letters_and_its_neighbours_are_written() throws IOException {
        send("1", value("1"));
        send(id, "not Avro".getBytes(StandardCharsets.UTF_8));
        send("2", value("2"));

        assertThat(ids(2)).containsExactlyInAnyOrder("1", "2");
        final ConsumerRecord<String, byte[]> letter = deadLetter(id);
        assertThat(letter.value()).isEqualTo("not Avro".getBytes(StandardCharsets.UTF_8));
        assertThat(header(letter, "__connect.errors.topic")).isEqualTo(topic);
        assertThat(header(letter, "__connect.errors.stage")).isEqualTo("VALUE_CONVERTER");
        assertThat(header(letter, "__connect.errors.exception.message")).contains("magic byte");
    }

    @Test
    void a_tombstone_writes_nothing() throws IOException {
        send("1", value("1"));
        send("1", null);
        send("1", value("1"));

        assertThat(ids(2)).containsExactly("1", "1");
        assertThat(Files.readString(file)).doesNotContain("null");
    }

    @Test
    void a_restart_amid_the_stream_loses_no_line_and_writes_none_twice() throws Exception {
        final List<String> sent =
                IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
        sent.subList(0, 1_000).forEach(product -> send(product, value(product)));
        Awaitility.await("it writes").atMost(PATIENCE).until(() -> Files.size(file) > 0);
        connector.restart();
        sent.subList(1_000, 2_000).forEach(product -> send(product, value(product)));

        assertThat(ids(2_000)).containsExactlyElementsOf(sent);
    }

    @Test
    void offsets_that_are_altered_write_products_again() throws Exception {
        send("1", value("1"));
        assertThat(ids(1)).containsExactly("1");
        connector.stop();
        connector.goOnAt(topic, 0, 0);
        connector.resume();

        assertThat(ids(2)).containsExactly("1", "1");
    }

    private boolean fileIsFree() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    private void send(final String key, final byte[] value) {
        // One partition, so that the order in the file is the order of sending.
        assertThat(producer.send(new ProducerRecord<>(topic, 0, key, value))).succeedsWithin(PATIENCE);
    }

    private byte[] value(final String productId) {
        final Instant at = Instant.parse("2026-11-21T10:00:00Z");
        return serializer.serialize(
                Topics.PRODUCTS.name(),
                Product.newBuilder()
                        .setProductId(productId)
                        .setName("Клавиатура")
                        .setDescription("Механическая\nв две строки")
                        .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                        .setCategory("Электроника")
                        .setBrand("XYZ")
                        .setStock(new Stock(150L, 20L))
                        .setSku("XYZ-1")
                        .setCreatedAt(at)
                        .setUpdatedAt(at)
                        .setStoreId("store_001")
                        .build());
    }

    /** The product ids of the lines, once there are so many. */
    private List<String> ids(final int lines) throws IOException {
        Awaitility.await(lines + " lines")
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() >= lines);
        return ids();
    }

    private List<String> ids() throws IOException {
        final List<String> ids = new ArrayList<>();
        for (final String line : Files.readAllLines(file)) {
            final JsonNode product = JSON.readTree(line);
            assertThat(product.isObject()).as(line).isTrue();
            ids.add(product.path("product_id").asText());
        }
        return ids;
    }

    private ConsumerRecord<String, byte[]> deadLetter(final String key) {
        final String letters = Topics.deadLetters("kafka-connect").name();
        try (var consumer = new KafkaConsumer<>(
                engines.clientSettings(Cluster.PRIMARY, "operator"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            final List<TopicPartition> partitions = consumer.partitionsFor(letters).stream()
                    .map(partition -> new TopicPartition(letters, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            Awaitility.await("the dead letter")
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(LOOK).forEach(record -> {
                            if (key.equals(record.key())) {
                                found.add(record);
                            }
                        });
                        return !found.isEmpty();
                    });
            return found.get(0);
        }
    }

    private static String header(final ConsumerRecord<?, ?> record, final String name) {
        final Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
