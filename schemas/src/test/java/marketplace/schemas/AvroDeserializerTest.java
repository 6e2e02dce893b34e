package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.Product;
import marketplace.schemas.UnreadablePayloadException.Reason;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroDeserializerTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void a_payload_without_the_magic_byte_is_poison() {
        assertPoison(new byte[0], Reason.NO_MAGIC_BYTE);
        assertPoison("{\"json\": true}".getBytes(java.nio.charset.StandardCharsets.UTF_8), Reason.NO_MAGIC_BYTE);
        assertPoison(new byte[] {0, 0, 0}, Reason.TRUNCATED);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void an_unknown_id_is_poison_and_asked_for_once_in_a_while() {
        final AvroDeserializer<Object> deserializer = deserializer(Map.of());
        final byte[] unknown = {0, 0, 0, 0, 7, 1, 2, 3};

        for (int i = 0; i < 100; i++) {
            assertPoison(deserializer, unknown, Reason.UNKNOWN_SCHEMA_ID);
        }
        assertThat(registry.requests()).hasSize(1);

        clock.move(Duration.ofSeconds(11));
        assertPoison(deserializer, unknown, Reason.UNKNOWN_SCHEMA_ID);
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void an_id_that_is_registered_after_all_is_read_when_the_no_has_aged() {
        final AvroDeserializer<Object> deserializer = deserializer(Map.of());
        final byte[] payload = {0, 0, 0, 0, 101, 8};
        assertPoison(deserializer, payload, Reason.UNKNOWN_SCHEMA_ID);

        registry.put("t-value", "\"long\"", "[]");
        clock.move(Duration.ofSeconds(11));

        assertThat(deserializer.deserialize("t", payload)).isEqualTo(4L);
    }

    @Test
    void a_registry_that_is_down_is_not_poison() {
        registry.failWith(503);
        final AvroDeserializer<Object> deserializer = deserializer(Map.of());
        final byte[] payload = {0, 0, 0, 0, 101, 8};

        assertThatThrownBy(() -> deserializer.deserialize("t", payload))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("101")
                .hasMessageContaining(registry.url());

        registry.recover();
        registry.put("t-value", "\"long\"", "[]");
        assertThat(deserializer.deserialize("t", payload)).isEqualTo(4L);
        registry.close();
        assertThat(deserializer.deserialize("t", payload)).isEqualTo(4L);
    }

    @Test
    void a_record_that_ends_early_or_goes_on_is_poison() {
        final byte[] whole = product();

        for (int length = 5; length < whole.length; length++) {
            assertPoison(deserializer(SPECIFIC), Arrays.copyOf(whole, length), Reason.TRUNCATED);
            if (length > 20) {
                length += 16;
            }
        }
        assertPoison(deserializer(SPECIFIC), Arrays.copyOf(whole, whole.length + 1), Reason.CORRUPT);
    }

    @Test
    void a_schema_that_no_class_is_generated_for_is_poison() {
        final int id = registry.put("t-value", "{\"type\":\"record\",\"name\":\"Nobody\",\"fields\":[]}", "[]");

        assertPoison(deserializer(SPECIFIC), prefixed(id), Reason.INCOMPATIBLE_SCHEMA);
        assertThat(deserializer(Map.of()).deserialize("t", prefixed(id))).hasToString("{}");
    }

    @Test
    void a_schema_that_is_not_avro_or_not_valid_is_poison() {
        final int id = registry.put("t-value", "message Proto {}", "[]");

        assertPoison(deserializer(Map.of()), prefixed(id), Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void another_record_than_the_topic_carries_is_poison() {
        final int id = registry.put(
                "t-value",
                "{\"type\":\"record\",\"name\":\"Other\",\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}",
                "[]");

        assertPoison(
                deserializer(Map.of("specific.avro.reader", true, "specific.avro.value.type", Product.class)),
                prefixed(id, 2),
                Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void money_of_another_scale_is_poison_and_not_another_price() {
        final String cents = "{\"type\":\"record\",\"name\":\"Price\",\"namespace\":\"marketplace.events\",\"fields\":["
                + "{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19,\"scale\":2}},"
                + "{\"name\":\"currency\",\"type\":\"string\"}]}";
        final int id = registry.put("t-value", cents, "[]");

        assertPoison(deserializer(SPECIFIC), prefixed(id, 2, 100, 2, 'E'), Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void a_newer_writer_is_read_by_an_older_reader() {
        final String newer = ClientEvent.getClassSchema()
                .toString()
                .replace("\"avro.java.string\":\"String\"", "\"x\":\"y\"")
                .replace("\"PURCHASE\"]", "\"PURCHASE\",\"RETURN\"]")
                .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"added\",\"type\":\"string\"},");
        final int id = registry.put("client-events-value", newer, "[]");
        final byte[] payload =
                prefixed(id, 2, 'n', 2, 'e', /* RETURN */ 8, 2, 'c', 2, 'p', /* no query */ 0, /* at */ 2);

        final ClientEvent event = (ClientEvent) deserializer(SPECIFIC).deserialize("client-events", payload);

        assertThat(event.getKind()).isEqualTo(ClientEventKind.UNKNOWN);
        assertThat(event.getEventId()).isEqualTo("e");
        assertThat(event.getAt()).isEqualTo(Instant.ofEpochMilli(1));
    }

    @Test
    void a_schema_that_borrows_types_is_read_and_a_circle_of_borrowing_ends() {
        registry.put(
                "money",
                "{\"type\":\"record\",\"name\":\"x.Money\",\"fields\":[{\"name\":\"cents\",\"type\":\"long\"}]}",
                "[]");
        registry.put(
                "line",
                "{\"type\":\"record\",\"name\":\"x.Line\",\"fields\":[{\"name\":\"price\",\"type\":\"x.Money\"}]}",
                "[{\"name\":\"x.Money\",\"subject\":\"money\",\"version\":1}]");
        final int id = registry.put(
                "order-value",
                "{\"type\":\"record\",\"name\":\"x.Order\",\"fields\":[{\"name\":\"line\",\"type\":\"x.Line\"},{\"name\":\"sum\",\"type\":\"x.Money\"}]}",
                "[{\"name\":\"x.Line\",\"subject\":\"line\",\"version\":1},{\"name\":\"x.Money\",\"subject\":\"money\",\"version\":1}]");
        final int circle =
                registry.put("circle", "\"string\"", "[{\"name\":\"c\",\"subject\":\"circle\",\"version\":1}]");

        final GenericRecord order = (GenericRecord) deserializer(Map.of()).deserialize("order", prefixed(id, 2, 4));

        assertThat(order).hasToString("{\"line\": {\"price\": {\"cents\": 1}}, \"sum\": {\"cents\": 2}}");
        assertThat(deserializer(Map.of()).deserialize("circle", prefixed(circle, 2, 'c')))
                .hasToString("c");
    }

    @Test
    void poison_is_a_value_and_a_registry_that_is_down_is_not() {
        final var decoder = Topics.PRODUCTS.decoder(Map.of("schema.registry.url", registry.url()));
        final byte[] good = product();
        final byte[] bad = {1, 2, 3};

        assertThat(decoder.deserialize("products", good)).isInstanceOfSatisfying(Decoded.Value.class, value -> {
            assertThat(value.value()).isEqualTo(Events.product());
            assertThat(value.bytes()).isSameAs(good);
        });
        assertThat(decoder.deserialize("products", bad)).isInstanceOfSatisfying(Decoded.Poison.class, poison -> {
            assertThat(poison.bytes()).isSameAs(bad);
            assertThat(poison.cause().reason()).isEqualTo(Reason.NO_MAGIC_BYTE);
        });
        assertThat(decoder.deserialize("products", (byte[]) null)).isNull();
        registry.failWith(500);
        assertThatThrownBy(() -> decoder.deserialize("products", prefixed(999)))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static final Map<String, Object> SPECIFIC = Map.of("specific.avro.reader", true);

    private byte[] product() {
        final AvroSerializer<Product> serializer = new AvroSerializer<>();
        serializer.configure(config(Map.of()), false);
        return serializer.serialize("products", Events.product());
    }

    private static byte[] prefixed(final int id, final int... body) {
        final ByteBuffer payload =
                ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id);
        for (final int b : body) {
            payload.put((byte) b);
        }
        return payload.array();
    }

    private void assertPoison(final byte[] payload, final Reason reason) {
        assertPoison(deserializer(Map.of()), payload, reason);
    }

    private static void assertPoison(
            final AvroDeserializer<Object> deserializer, final byte[] payload, final Reason reason) {
        assertThatThrownBy(() -> deserializer.deserialize("t", payload))
                .isInstanceOfSatisfying(UnreadablePayloadException.class, poison -> assertThat(poison.reason())
                        .as(poison.getMessage())
                        .isEqualTo(reason));
    }

    private AvroDeserializer<Object> deserializer(final Map<String, ?> settings) {
        final AvroDeserializer<Object> deserializer = new AvroDeserializer<>(clock);
        deserializer.configure(config(settings), false);
        return deserializer;
    }

    private Map<String, Object> config(final Map<String, ?> settings) {
        final Map<String, Object> config = new HashMap<>(settings);
        config.put("schema.registry.url", registry.url());
        return config;
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.EPOCH;

        void move(final Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(final ZoneId zone) {
            return this;
        }
    }
}
