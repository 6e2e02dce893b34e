package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connectors of the checkout run, and the status says how they are. */
@ExtendWith(RunningPlatform.class)
@TestMethodOrder(OrderAnnotation.class)
class ConnectorsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SINK = FileSink.NAME;

    private final Marketplace marketplace;
    private final Path file;

    ConnectorsIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.file = marketplace.data().resolve("files").resolve("products.out");
    }

    @Test
    @Order(1)
    void every_product_on_the_topic_is_a_line_in_the_file() throws Exception {
        var id = publish();

        awaitLine(id);
        assertThat(lines(id)).singleElement().satisfies(line -> {
            var product = JSON.readTree(line);
            assertThat(product.path("name").asText()).isEqualTo("Клавиатура");
            assertThat(product.at("/price/amount").decimalValue()).isEqualByComparingTo("129990");
        });
    }

    @Test
    @Order(2)
    void a_connector_whose_task_failed_is_red_until_the_connectors_are_started_again() throws Exception {
        assertThat(connector().path("state").asText()).isEqualTo("ready");

        new FileSink(marketplace).pointAt("/nowhere/products.out");
        Awaitility.await("the status says so")
                .atMost(PATIENCE)
                .until(() -> connector().path("state").asText().equals("failed"));
        assertThat(connector().path("note").asText())
                .startsWith("task 0: ")
                .contains("ConnectException", "/nowhere/products.out");
        assertThat(status().path("phase").asText()).isEqualTo("degraded");
        assertThat(marketplace.must("status")).containsPattern(SINK + " +failed .*/nowhere/products.out");
        var id = publish();

        assertThat(marketplace.must("start", "connectors")).contains("connectors is ready");
        assertThat(connector().path("state").asText()).isEqualTo("ready");
        awaitLine(id);
    }

    @Test
    @Order(3)
    void a_connector_goes_when_the_worker_dies_and_comes_back_with_it() throws Exception {
        marketplace.must("kill", "kafka-connect");
        assertThat(connector().path("state").asText()).isEqualTo("failed");
        assertThat(connector().path("note").asText()).isEqualTo("Kafka Connect does not answer");
        var id = publish();

        marketplace.must("start", "kafka-connect");
        awaitLine(id);
        Awaitility.await("the status says so")
                .atMost(PATIENCE)
                .until(() -> connector().path("state").asText().equals("ready"));
    }

    @Test
    @Order(4)
    void a_connector_is_no_process_to_kill() throws Exception {
        var killed = marketplace.run("kill", SINK);

        assertThat(killed.status()).isEqualTo(1);
        assertThat(killed.output()).contains(SINK + " is no process of its own; start connectors");
    }

    private String publish() throws Exception {
        var id = UUID.randomUUID().toString();
        var settings = marketplace.client("primary", "shop-api");
        settings.put("schema.registry.url", marketplace.schemaRegistry());
        try (var producer =
                new KafkaProducer<>(settings, Topics.PRODUCTS.keySerializer(), Topics.PRODUCTS.serializer(settings))) {
            producer.send(new ProducerRecord<>(Topics.PRODUCTS.name(), id, product(id)))
                    .get();
        }
        return id;
    }

    private static Product product(String id) {
        var at = Instant.parse("2026-11-21T10:00:00Z");
        return Product.newBuilder()
                .setProductId(id)
                .setName("Клавиатура")
                .setDescription("Механическая")
                .setPrice(new Price(new BigDecimal("129990.0000"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-1")
                .setCreatedAt(at)
                .setUpdatedAt(at)
                .setStoreId("store_001")
                .build();
    }

    private void awaitLine(String id) {
        Awaitility.await("a line for " + id)
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) && !lines(id).isEmpty());
    }

    private List<String> lines(String id) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(id))
                .toList();
    }

    private JsonNode connector() throws IOException, InterruptedException {
        for (JsonNode part : status().path("parts")) {
            if (part.path("name").asText().equals(SINK)) {
                return part;
            }
        }
        throw new AssertionError("no connector " + SINK);
    }

    private JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(marketplace.must("status", "--json"));
    }
}
