package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import marketplace.catalogue.Cluster;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** Records of the contract, written and read by the principals that may. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
class AvroRecordIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final RunningEngines engines;
    private final String id = UUID.randomUUID().toString();

    AvroRecordIT(RunningEngines engines) {
        this.engines = engines;
    }

    @Test
    void a_record_goes_over_the_catalogues_own_topic() throws Exception {
        send("shop-api", Topics.PRODUCTS.name());

        assertThat(read("stream-processing", Topics.PRODUCTS.name())).contains(product());
    }

    @Test
    void a_record_goes_over_a_topic_that_is_like_it_and_nothing_else_is_there() throws Exception {
        var topic = engines.topicFor("shop-api", Cluster.PRIMARY, "products");
        send("shop-api", topic);

        assertThat(read("operator", topic)).containsExactly(product());
    }

    @Test
    void a_principal_without_rights_is_refused() {
        assumeThat(engines.enforcesRights()).as("rights are enforced here").isTrue();
        var topic = engines.topicFor("shop-api", Cluster.PRIMARY, "products");

        assertThatThrownBy(() -> send("client-api", topic))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("client-api", topic)).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_topic_like_one_of_the_catalogue_has_its_partitions_and_configuration(RunningEngines same) throws Exception {
        var topic = same.topicNamed("ban-products");
        try (var admin = Admin.create(same.admin(Cluster.PRIMARY))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions())
                    .hasSize(3);
        }
    }

    @Test
    void a_topic_that_the_catalogue_does_not_know_is_a_plain_one() throws Exception {
        var topic = engines.topicNamed("anything");
        try (var producer = producer(engines.admin(Cluster.PRIMARY))) {
            assertThat(producer.partitionsFor(topic)).hasSize(3);
        }
    }

    private void send(String principal, String topic) throws Exception {
        try (var producer = producer(engines.clientSettings(Cluster.PRIMARY, principal))) {
            producer.send(new ProducerRecord<>(topic, id, product())).get();
        }
    }

    private static KafkaProducer<String, Product> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, Topics.PRODUCTS.keySerializer(), Topics.PRODUCTS.serializer(settings));
    }

    private List<Product> read(String principal, String topic) {
        var settings = engines.clientSettings(Cluster.PRIMARY, principal);
        return Reading.all(settings, topic, Topics.PRODUCTS.deserializer(settings)).stream()
                .map(record -> record.value())
                .toList();
    }

    private Product product() {
        return Product.newBuilder()
                .setProductId(id)
                .setName("Клавиатура")
                .setDescription("Механическая")
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-1")
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON)
                .setStoreId("store_001")
                .build();
    }
}
