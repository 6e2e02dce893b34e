package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketplace.events.Product;
import marketplace.schemas.registry.SchemaNotRegisteredException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class TopicsTest {
    @Test
    void the_constants_are_the_catalogue() throws IOException {
        final Map<String, String> catalogue = catalogue();

        assertThat(Topics.all().stream().collect(Collectors.toMap(Topic::name, topic -> topic.valueType()
                        .getName())))
                .isEqualTo(catalogue);
        assertThat(Topics.all()).allMatch(topic -> topic.keyType() == String.class);
    }

    @Test
    void a_service_writes_and_reads_a_topic_without_spelling_a_serde() {
        try (FakeRegistry registry = new FakeRegistry()) {
            final Map<String, Object> config =
                    Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "true");
            final byte[] bytes = Topics.PRODUCTS.serializer(config).serialize("products", Events.product());

            final Serde<Product> serde = Topics.ALLOWED_PRODUCTS.valueSerde(config);

            assertThat(serde.deserializer().deserialize("products", bytes)).isEqualTo(Events.product());
            assertThat(Topics.RECEIVER.serializer(Map.of()).serialize("receiver-topic", "{}"))
                    .isEqualTo(new byte[] {'{', '}'});
            assertThat(Topics.PRODUCTS
                            .keyDeserializer()
                            .deserialize(
                                    "products", Topics.PRODUCTS.keySerializer().serialize("products", "ключ")))
                    .isEqualTo("ключ");
        }
    }

    @Test
    void a_service_registers_nothing_by_default() {
        try (FakeRegistry registry = new FakeRegistry()) {
            final var serializer = Topics.PRODUCTS.serializer(Map.of("schema.registry.url", registry.url()));

            assertThatThrownBy(() -> serializer.serialize("products", Events.product()))
                    .isInstanceOf(SchemaNotRegisteredException.class);
        }
    }

    @Test
    void another_serializer_can_be_put_in_by_configuration() {
        final Map<String, Object> byName = Map.of("value.serializer", StringSerializer.class.getName());
        final Map<String, Object> byClass = Map.of("value.serializer", StringSerializer.class);

        assertThat(Topics.PRODUCTS.serializer(byName)).isInstanceOf(StringSerializer.class);
        assertThat(Topics.PRODUCTS.serializer(byClass)).isInstanceOf(StringSerializer.class);
        assertThatThrownBy(() -> Topics.PRODUCTS.serializer(Map.of("value.serializer", "no.such.Class")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no.such.Class");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> catalogue() throws IOException {
        try (InputStream in = Topics.class.getResourceAsStream("/topics.yaml")) {
            final Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return ((List<Map<String, Object>>) yaml.get("topics"))
                    .stream().collect(Collectors.toMap(topic -> (String) topic.get("name"), topic ->
                            (String) topic.getOrDefault("value", String.class.getName())));
        }
    }
}
