package marketplace.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import marketplace.events.ProductBan;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroToJsonLineTest {
    private static final String TOPIC = "ban-products";
    private static final ProductBan BAN =
            new ProductBan("1", "Подделка\n«Ёлка»", Instant.parse("2026-11-21T10:00:00Z"));

    private final AvroToJsonLine converter = new AvroToJsonLine();
    private OneSchemaRegistry registry;

    @BeforeEach
    void begin() throws IOException {
        registry = new OneSchemaRegistry(ProductBan.getClassSchema());
        converter.configure(Map.of("schema.registry.url", registry.url()), false);
    }

    @AfterEach
    void end() {
        converter.close();
        registry.close();
    }

    @Test
    void a_record_becomes_json_on_one_line() throws IOException {
        final SchemaAndValue converted = converter.toConnectData(TOPIC, payload(OneSchemaRegistry.ID));

        assertThat(converted.schema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(converted.value())
                .isEqualTo("{\"product_id\":\"1\",\"reason\":\"Подделка\\n«Ёлка»\","
                        + "\"banned_at\":\"2026-11-21T10:00:00Z\"}");
    }

    @Test
    void a_tombstone_stays_null() {
        assertThat(converter.toConnectData(TOPIC, null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void poison_is_told_as_data_that_cannot_be_used() throws IOException {
        final byte[] whole = payload(OneSchemaRegistry.ID);
        final byte[] torn = Arrays.copyOf(whole, whole.length - 3);

        assertThatThrownBy(() -> converter.toConnectData(TOPIC, "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(TOPIC);
        assertThatThrownBy(() -> converter.toConnectData(TOPIC, torn)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> converter.toConnectData(TOPIC, payload(8)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("8");
    }

    @Test
    void a_record_waits_for_a_registry_that_is_down() throws IOException {
        registry.isBroken(true);
        final byte[] payload = payload(OneSchemaRegistry.ID);
        assertThatThrownBy(() -> converter.toConnectData(TOPIC, payload))
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining(registry.url());

        registry.isBroken(false);
        assertThat(converter.toConnectData(TOPIC, payload).value()).isNotNull();
    }

    @Test
    void a_schema_that_was_seen_is_read_without_the_registry() throws IOException {
        converter.toConnectData(TOPIC, payload(OneSchemaRegistry.ID));
        registry.isBroken(true);

        assertThat(converter.toConnectData(TOPIC, payload(OneSchemaRegistry.ID)).value())
                .isNotNull();
    }

    @Test
    void avro_that_is_no_record_is_data_that_cannot_be_used() throws IOException {
        try (var longs = new OneSchemaRegistry(org.apache.avro.Schema.create(org.apache.avro.Schema.Type.LONG))) {
            converter.configure(Map.of("schema.registry.url", longs.url()), false);

            assertThatThrownBy(() -> converter.toConnectData(TOPIC, new byte[] {0, 0, 0, 0, OneSchemaRegistry.ID, 8}))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("not a record");
        }
    }

    @Test
    void it_goes_one_way() {
        assertThatThrownBy(() -> converter.fromConnectData(TOPIC, Schema.STRING_SCHEMA, "{}"))
                .isInstanceOf(DataException.class);
    }

    @Test
    void without_a_registry_it_is_not_configured() {
        assertThatThrownBy(() -> new AvroToJsonLine().configure(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void kafka_connect_finds_it_as_a_service() {
        assertThat(ServiceLoader.load(Converter.class).stream().map(ServiceLoader.Provider::type))
                .contains(AvroToJsonLine.class);
    }

    private static byte[] payload(final int id) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<ProductBan>(ProductBan.getClassSchema()).write(BAN, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
