package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.schemas.registry.RegistryUnavailableException;
import marketplace.schemas.registry.SchemaNotRegisteredException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerializerTest {
    private final FakeRegistry registry = new FakeRegistry();

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void a_record_of_a_generated_class_comes_back_equal() {
        final byte[] bytes = serializer(Map.of()).serialize("products", Events.product());

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(101);
        assertThat(deserializer(Map.of("specific.avro.reader", true)).deserialize("products", bytes))
                .isEqualTo(Events.product());
    }

    @Test
    void a_generic_record_comes_back_equal_with_its_logical_types_plain_or_converted() {
        final byte[] bytes = serializer(Map.of()).serialize("products", Events.product());

        final GenericRecord plain = (GenericRecord) deserializer(Map.of()).deserialize("products", bytes);
        final GenericRecord converted = (GenericRecord)
                deserializer(Map.of("avro.use.logical.type.converters", true)).deserialize("products", bytes);

        assertThat(plain.get("created_at"))
                .isEqualTo(Events.product().getCreatedAt().toEpochMilli());
        assertThat(((GenericRecord) converted.get("price")).get("amount")).isEqualTo(new BigDecimal("4999.9900"));
        for (final GenericRecord record : List.of(plain, converted)) {
            final byte[] again = serializer(Map.of()).serialize("products", record);
            assertThat(deserializer(Map.of("specific.avro.reader", true)).deserialize("products", again))
                    .isEqualTo(Events.product());
        }
    }

    @Test
    void a_tombstone_stays_null() {
        assertThat(serializer(Map.of()).serialize("products", null)).isNull();
        assertThat(deserializer(Map.of()).deserialize("products", (byte[]) null))
                .isNull();
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void the_registry_sees_the_schema_without_java_in_it_and_only_once() {
        final AvroSerializer<Object> serializer = serializer(Map.of());

        serializer.serialize("products", Events.product());
        serializer.serialize("products", Events.product());

        assertThat(registry.requests()).containsExactly("POST /subjects/products-value/versions");
        assertThat(registry.text("products-value"))
                .doesNotContain("avro.java.string")
                .contains("\"doc\"")
                .contains("\"default\":null");
    }

    @Test
    void keys_have_a_subject_of_their_own() {
        final AvroSerializer<Object> serializer = new AvroSerializer<>();
        serializer.configure(config(Map.of()), true);

        serializer.serialize("with/slash", new Price(BigDecimal.ONE, "EUR"));

        assertThat(registry.requests()).containsExactly("POST /subjects/with%2Fslash-key/versions");
    }

    @Test
    void a_schema_that_is_not_registered_is_an_error_that_says_what_to_do() {
        assertThatThrownBy(() ->
                        serializer(Map.of("auto.register.schemas", false)).serialize("products", Events.product()))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessageContaining("products-value")
                .hasMessageContaining("./marketplace catalogue");
        assertThat(registry.requests()).containsExactly("POST /subjects/products-value");
    }

    @Test
    void a_schema_that_is_registered_is_looked_up() {
        final byte[] first = serializer(Map.of()).serialize("products", Events.product());

        assertThat(serializer(Map.of("auto.register.schemas", false)).serialize("products", Events.product()))
                .isEqualTo(first);
    }

    @Test
    void the_latest_schema_is_written_with_fields_found_by_name() {
        final Schema mine = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .requiredLong("b")
                .optionalString("gone")
                .endRecord();
        registry.put("t-value", """
                {"type":"record","name":"R","fields":[
                  {"name":"new","type":"string","default":"?"},
                  {"name":"b","type":"long"},{"name":"a","type":"string"}]}""", "[]");
        final GenericRecord record =
                new GenericRecordBuilder(mine).set("a", "x").set("b", 7L).build();

        final byte[] bytes = serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                .serialize("t", record);

        final GenericRecord read = (GenericRecord) deserializer(Map.of()).deserialize("t", bytes);
        assertThat(read).hasToString("{\"new\": \"?\", \"b\": 7, \"a\": \"x\"}");
    }

    @Test
    void a_record_that_cannot_be_written_with_the_latest_schema_is_refused() {
        registry.put(
                "products-value",
                "{\"type\":\"record\",\"name\":\"Product\",\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}",
                "[]");

        assertThatThrownBy(() -> serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                        .serialize("products", Events.product()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("products-value");
    }

    @Test
    void a_record_that_does_not_fit_its_schema_is_refused_and_the_next_is_written() {
        final AvroSerializer<Object> serializer = serializer(Map.of());
        final Product product = Events.product();
        final Price tooFine = new Price(new BigDecimal("0.00001"), "EUR");
        final Product bad = Product.newBuilder(product).setPrice(tooFine).build();

        assertThatThrownBy(() -> serializer.serialize("products", bad))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("marketplace.events.Product");
        assertThatThrownBy(() -> serializer.serialize("products", new Product()))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer.serialize("products", "text")).isInstanceOf(SerializationException.class);
        assertThat(deserializer(Map.of("specific.avro.reader", true))
                        .deserialize("products", serializer.serialize("products", product)))
                .isEqualTo(product);
    }

    @Test
    void what_is_known_is_written_while_the_registry_is_down_and_what_is_not_fails_in_time() {
        final AvroSerializer<Object> serializer = serializer(Map.of());
        final byte[] before = serializer.serialize("products", Events.product());
        registry.close();

        assertThat(serializer.serialize("products", Events.product())).isEqualTo(before);
        assertThatThrownBy(() -> serializer.serialize("search-products", Events.search()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("search-products-value")
                .hasMessageContaining(registry.url());
    }

    @Test
    void many_threads_that_meet_a_new_schema_ask_once() throws Exception {
        final AvroSerializer<Object> serializer = serializer(Map.of());
        final CountDownLatch gate = new CountDownLatch(1);
        registry.hold(gate);
        final ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            final AvroDeserializer<Object> deserializer = deserializer(Map.of("specific.avro.reader", true));
            final List<Future<Object>> all = new ArrayList<>(Collections.nCopies(16, null));
            all.replaceAll(none -> threads.submit(
                    () -> deserializer.deserialize("products", serializer.serialize("products", Events.product()))));
            gate.countDown();
            for (final Future<Object> one : all) {
                assertThat(one.get()).isEqualTo(Events.product());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(registry.requests().stream().filter(request -> request.startsWith("POST")))
                .hasSizeLessThan(16);
    }

    @Test
    void settings_that_are_missing_or_wrong_are_named() {
        final AvroSerializer<Object> serializer = new AvroSerializer<>();

        assertThatThrownBy(() -> serializer.configure(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> serializer.configure(Map.of("schema.registry.url", "ftp://u:secret@x"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> serializer.configure(
                        config(Map.of("value.subject.name.strategy", "x.RecordNameStrategy")), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.subject.name.strategy");
        assertThatThrownBy(
                        () -> serializer.configure(config(Map.of("basic.auth.credentials.source", "USER_INFO")), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void root_types_other_than_records_go_both_ways() {
        final Schema schema = SchemaBuilder.array().items().longType();
        final GenericData.Array<Long> numbers = new GenericData.Array<>(schema, List.of(1L, -1L, Long.MAX_VALUE));

        final byte[] bytes = serializer(Map.of()).serialize("numbers", numbers);

        assertThat(deserializer(Map.of()).deserialize("numbers", bytes)).isEqualTo(numbers);
    }

    private AvroSerializer<Object> serializer(final Map<String, ?> settings) {
        final AvroSerializer<Object> serializer = new AvroSerializer<>();
        serializer.configure(config(settings), false);
        return serializer;
    }

    private AvroDeserializer<Object> deserializer(final Map<String, ?> settings) {
        final AvroDeserializer<Object> deserializer = new AvroDeserializer<>();
        deserializer.configure(config(settings), false);
        return deserializer;
    }

    private Map<String, Object> config(final Map<String, ?> settings) {
        final Map<String, Object> config = new HashMap<>(settings);
        config.put("schema.registry.url", registry.url());
        config.put("unknown.key", "ignored");
        return config;
    }
}
