package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import marketplace.events.Product;
import marketplace.events.SearchEvent;
import marketplace.schemas.UnreadablePayloadException.Reason;
import marketplace.schemas.registry.RegistryRejectedException;
import marketplace.schemas.registry.SchemaNotRegisteredException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The serializers against the real registry, and against Confluent's own client. */
class SchemaRegistryIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Apicurio registry;

    @BeforeAll
    static void start() throws IOException {
        registry = new Apicurio();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void a_service_finds_the_schema_that_the_catalogue_registered_from_its_file() throws IOException {
        final int id = register("allowed-products-value", Files.readString(Path.of("src/main/avro/Product.avsc")));

        final byte[] bytes =
                Topics.ALLOWED_PRODUCTS.serializer(config(Map.of())).serialize("allowed-products", Events.product());

        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
        assertThat(Topics.ALLOWED_PRODUCTS.deserializer(config(Map.of())).deserialize("allowed-products", bytes))
                .isEqualTo(Events.product());
    }

    @Test
    void a_schema_with_its_fields_in_another_order_is_another_schema() throws IOException {
        register(
                "ordered-value",
                "{\"type\":\"record\",\"name\":\"O\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"string\"}]}");
        final Schema other = SchemaBuilder.record("O")
                .fields()
                .requiredString("b")
                .requiredString("a")
                .endRecord();
        final GenericRecord record =
                new GenericRecordBuilder(other).set("a", "1").set("b", "2").build();

        assertThatThrownBy(
                        () -> serializer(Map.of("auto.register.schemas", false)).serialize("ordered", record))
                .isInstanceOf(SchemaNotRegisteredException.class);
    }

    @Test
    void every_schema_is_registered_and_found_again_under_the_same_id() {
        final SearchEvent search = Events.search();
        final byte[] registered = serializer(Map.of()).serialize("lookup", search);

        assertThat(serializer(Map.of("auto.register.schemas", false)).serialize("lookup", search))
                .isEqualTo(registered);
        assertThat(Topics.SEARCH_PRODUCTS.deserializer(config(Map.of())).deserialize("lookup", registered))
                .isEqualTo(search);
    }

    @Test
    void the_latest_version_is_used_and_older_readers_still_read() {
        final Schema first =
                SchemaBuilder.record("Evolving").fields().requiredString("a").endRecord();
        final Schema second = SchemaBuilder.record("Evolving")
                .fields()
                .name("b")
                .type()
                .longType()
                .longDefault(5)
                .requiredString("a")
                .endRecord();
        final GenericRecord record =
                new GenericRecordBuilder(first).set("a", "x").build();
        final byte[] before = serializer(Map.of()).serialize("evolving", record);
        final byte[] after = serializer(Map.of())
                .serialize(
                        "evolving",
                        new GenericRecordBuilder(second).set("a", "y").build());

        final byte[] latest = serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                .serialize("evolving", record);

        assertThat(id(latest)).isEqualTo(id(after)).isNotEqualTo(id(before));
        assertThat(deserializer().deserialize("evolving", latest)).hasToString("{\"b\": 5, \"a\": \"x\"}");
        assertThat(deserializer().deserialize("evolving", before)).hasToString("{\"a\": \"x\"}");
    }

    @Test
    void a_change_that_breaks_readers_is_refused() throws IOException {
        register("strict-value", "{\"type\":\"record\",\"name\":\"Strict\",\"fields\":[]}");
        registry.send("PUT", "/config/strict-value", "{\"compatibility\":\"BACKWARD\"}");
        final Schema breaking = SchemaBuilder.record("Strict")
                .fields()
                .requiredString("new_field")
                .endRecord();
        final GenericRecord record =
                new GenericRecordBuilder(breaking).set("new_field", "x").build();

        assertThatThrownBy(() -> serializer(Map.of()).serialize("strict", record))
                .isInstanceOfSatisfying(RegistryRejectedException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal).hasMessageContaining("strict-value");
                });
    }

    @Test
    void what_is_not_registered_is_told_from_a_registry_that_is_down() {
        final var lookup = serializer(Map.of("auto.register.schemas", false));
        final var latest = serializer(Map.of("auto.register.schemas", false, "use.latest.version", true));

        assertThatThrownBy(() -> lookup.serialize("nowhere", Events.product()))
                .isInstanceOf(SchemaNotRegisteredException.class);
        assertThatThrownBy(() -> latest.serialize("nowhere", Events.product()))
                .isInstanceOf(SchemaNotRegisteredException.class);
        assertThatThrownBy(() -> deserializer()
                        .deserialize(
                                "nowhere",
                                ByteBuffer.allocate(9)
                                        .put(1, new byte[] {5, 5, 5, 5})
                                        .array()))
                .isInstanceOfSatisfying(UnreadablePayloadException.class, poison -> assertThat(poison.reason())
                        .isEqualTo(Reason.UNKNOWN_SCHEMA_ID));
    }

    @Test
    void a_schema_that_borrows_types_from_another_subject_is_read() throws IOException {
        register(
                "money",
                "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"x\",\"fields\":[{\"name\":\"cents\",\"type\":\"long\"}]}");
        final ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "schema",
                        "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"x\",\"fields\":[{\"name\":\"total\",\"type\":\"x.Money\"}]}");
        body.putArray("references")
                .addObject()
                .put("name", "x.Money")
                .put("subject", "money")
                .put("version", 1);
        final int id = idOf(registry.send("POST", "/subjects/orders-value/versions", body.toString()));
        final byte[] payload = ByteBuffer.allocate(7)
                .putInt(1, id)
                .put(5, new byte[] {(byte) 0xD2, 0x09})
                .array();

        assertThat(deserializer().deserialize("orders", payload)).hasToString("{\"total\": {\"cents\": 617}}");
    }

    @Test
    void confluents_own_client_reads_what_we_write_and_writes_what_we_read() throws IOException {
        assumeTrue(
                ConfluentJavaScript.available(),
                "node and npm are not on the PATH, so interoperability with Confluent's client was not tested");
        ConfluentJavaScript.install();
        final ObjectNode input = JsonNodeFactory.instance
                .objectNode()
                .put("product", base64(serializer(Map.of()).serialize("products", Events.product())))
                .put("search", base64(serializer(Map.of()).serialize("search-products", Events.search())));

        final JsonNode output = ConfluentJavaScript.interop(registry.url(), input);

        assertThat(output.get("product")).isEqualTo(JSON.readTree("""
                {"product_id":"12345","name":"Умные часы XYZ",
                 "description":"Умные часы с функцией мониторинга здоровья, 24 € cheaper ⌚ 🎁",
                 "price":{"amount":"49999900","currency":"RUB"},"category":"Электроника","brand":"XYZ",
                 "stock":{"available":150,"reserved":20},"sku":"XYZ-12345","tags":["умные часы","гаджеты"],
                 "images":[{"url":"https://example.com/images/product1.jpg","alt":"вид спереди"}],
                 "specifications":{"weight":"50g","water_resistance":"IP68"},
                 "created_at":1772366400123,"updated_at":1772366460123,"index":"products","store_id":"store_001"}"""));
        assertThat(output.at("/search/filters/price_min").asText()).isEqualTo("-1");
        assertThat(output.at("/search/filters/price_max").isNull()).isTrue();
        assertThat(output.at("/search/filters/in_stock").asBoolean()).isTrue();
        final Product written = Topics.PRODUCTS
                .deserializer(config(Map.of()))
                .deserialize(
                        "products",
                        Base64.getDecoder().decode(output.get("written").asText()));
        assertThat(written.getPrice().getAmount()).isEqualTo(new BigDecimal("-0.0123"));
        assertThat(written.getName()).isEqualTo("Клавиатура ⌨");
        assertThat(written.getUpdatedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(written.getSpecifications()).containsEntry("цвет", "чёрный").hasSize(2);
        assertThat(written.getImages()).hasSize(2);
        assertThat(written.getIndex()).isNull();
        assertThat(written.getStock().getAvailable()).isEqualTo(9007199254740990L);
        final byte[] note =
                Base64.getDecoder().decode(output.at("/registered/payload").asText());
        assertThat(id(note)).isEqualTo(output.at("/registered/id").asInt());
        assertThat(deserializer().deserialize("notes", note))
                .hasToString("{\"text\": \"from JavaScript\", \"maybe\": 42}");
    }

    private static int register(final String subject, final String schema) throws IOException {
        final JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", schema);
        return idOf(registry.send("POST", "/subjects/" + subject + "/versions", body.toString()));
    }

    private static int idOf(final HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("id").asInt();
    }

    private static int id(final byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    private static String base64(final byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static AvroSerializer<Object> serializer(final Map<String, ?> settings) {
        final AvroSerializer<Object> serializer = new AvroSerializer<>();
        serializer.configure(config(settings), false);
        return serializer;
    }

    private static AvroDeserializer<Object> deserializer() {
        final AvroDeserializer<Object> deserializer = new AvroDeserializer<>();
        deserializer.configure(config(Map.of()), false);
        return deserializer;
    }

    private static Map<String, Object> config(final Map<String, ?> settings) {
        final Map<String, Object> config = new HashMap<>(settings);
        config.put("schema.registry.url", registry.url());
        config.put("http.read.timeout.ms", 20_000);
        return config;
    }
}
