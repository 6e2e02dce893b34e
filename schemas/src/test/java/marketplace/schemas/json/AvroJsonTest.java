package marketplace.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.Price;
import marketplace.events.ProductBan;
import marketplace.events.RecommendedProduct;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroJsonTest {
    @ParameterizedTest
    @CsvSource({
        "129990.0000, 129990",
        "1299.5000, 1299.5",
        "0.0001, 0.0001",
        "-0.0001, -0.0001",
        "0.0000, 0",
        "100.0000, 100",
        "999999999999999.9999, 999999999999999.9999"
    })
    void a_decimal_is_a_plain_number_without_trailing_zeros(final BigDecimal amount, final String json) {
        assertThat(AvroJson.toJson(new Price(amount, "RUB")))
                .isEqualTo("{\"amount\":" + json + ",\"currency\":\"RUB\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1795255200000, 2026-11-21T10:00:00Z",
        "1795255200120, 2026-11-21T10:00:00.120Z",
        "1795255260000, 2026-11-21T10:01:00Z",
        "0, 1970-01-01T00:00:00Z",
        "-1, 1969-12-31T23:59:59.999Z"
    })
    void a_timestamp_is_text_in_utc_with_milliseconds_where_there_are_some(final long millis, final String text) {
        assertThat(AvroJson.toJson(new ProductBan("1", null, Instant.ofEpochMilli(millis))))
                .isEqualTo("{\"product_id\":\"1\",\"banned_at\":\"" + text + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"VIEW, view", "CART, cart", "PURCHASE, purchase", "UNKNOWN, unknown"})
    void a_kind_is_text_in_lower_case(final ClientEventKind kind, final String text) {
        assertThat(AvroJson.toJson(new ClientEvent("e", kind, "c", "p", null, Instant.EPOCH)))
                .contains("\"kind\":\"" + text + "\"");
    }

    @Test
    void text_is_not_escaped_beyond_what_json_asks_for() {
        final ProductBan ban = new ProductBan("1", "Подделка «Ёлка» 🎁 \"1\"\n", Instant.EPOCH);

        final String json = AvroJson.toJson(ban);

        assertThat(json)
                .contains("\"reason\":\"Подделка «Ёлка» 🎁 \\\"1\\\"\\n\"")
                .doesNotContain("\n");
        assertThat(AvroJson.toBytes(ban)).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_field_that_is_null_is_left_out_and_a_null_in_an_array_or_map_stays() {
        final Schema schema = SchemaBuilder.record("R")
                .fields()
                .optionalString("absent")
                .name("list")
                .type()
                .array()
                .items()
                .nullable()
                .stringType()
                .noDefault()
                .name("map")
                .type()
                .map()
                .values()
                .nullable()
                .longType()
                .noDefault()
                .endRecord();

        final GenericRecord record = new GenericRecordBuilder(schema)
                .set("list", Arrays.asList("a", null))
                .set("map", Collections.singletonMap("k", null))
                .build();

        assertThat(AvroJson.toJson(record)).isEqualTo("{\"list\":[\"a\",null],\"map\":{\"k\":null}}");
    }

    @Test
    void bytes_are_base64() {
        final Schema schema = SchemaBuilder.record("R")
                .fields()
                .requiredBytes("bytes")
                .name("fixed")
                .type()
                .fixed("F")
                .size(2)
                .noDefault()
                .endRecord();
        final ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 4}, 1, 4);

        final GenericRecord record = new GenericRecordBuilder(schema)
                .set("bytes", bytes)
                .set("fixed", new GenericData.Fixed(schema.getField("fixed").schema(), new byte[] {-1, 0}))
                .build();

        assertThat(AvroJson.toJson(record)).isEqualTo("{\"bytes\":\"AQIDBA==\",\"fixed\":\"/wA=\"}");
        assertThat(bytes.remaining()).isEqualTo(4);
    }

    @Test
    void a_score_that_is_not_a_number_is_left_out() {
        assertThat(AvroJson.toJson(new RecommendedProduct("1", 2, Double.NaN, "new")))
                .isEqualTo("{\"product_id\":\"1\",\"rank\":2,\"reason\":\"new\"}");
    }

    @Test
    void the_value_chooses_the_branch_of_a_union() {
        final Schema schema = new Schema.Parser().parse("""
            {"type": "record", "name": "R", "fields": [{"name": "of", "type": {"type": "array", "items": ["null",
              "string", "long", {"type": "int", "logicalType": "date"},
              {"type": "bytes", "logicalType": "decimal", "precision": 5, "scale": 2},
              {"type": "enum", "name": "E", "symbols": ["ONE"]}]}}]}""");
        final Schema symbols =
                schema.getField("of").schema().getElementType().getTypes().get(5);

        final GenericRecord record = new GenericRecordBuilder(schema)
                .set(
                        "of",
                        Arrays.asList(
                                null,
                                "text",
                                7L,
                                LocalDate.parse("2026-11-21"),
                                new BigDecimal("1.50"),
                                new GenericData.EnumSymbol(symbols, "ONE")))
                .build();

        assertThat(AvroJson.toJson(record)).isEqualTo("{\"of\":[null,\"text\",7,\"2026-11-21\",1.5,\"one\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "int, date, 20778, 2026-11-21",
        "int, time-millis, 36000120, 10:00:00.120",
        "long, time-micros, 36000000001, 10:00:00.000001",
        "long, timestamp-micros, 1795255200000001, 2026-11-21T10:00:00.000001Z",
        "long, local-timestamp-millis, 1795255200120, 2026-11-21T10:00:00.120",
        "long, local-timestamp-micros, 1795255200000001, 2026-11-21T10:00:00.000001"
    })
    void every_kind_of_time_is_text(final String type, final String logical, final long number, final String text) {
        final Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"at\", \"type\": {\"type\": \""
                        + type + "\", \"logicalType\": \"" + logical + "\"}}]}");
        final Object raw = "int".equals(type) ? (Object) (int) number : (Object) number;

        assertThat(AvroJson.toJson(
                        new GenericRecordBuilder(schema).set("at", raw).build()))
                .isEqualTo("{\"at\":\"" + text + "\"}");
    }

    @Test
    void a_generator_of_the_callers_is_left_open() throws IOException {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            AvroJson.write(new Price(new BigDecimal("1000000.0000"), "RUB"), json);
            AvroJson.write(new Price(new BigDecimal("0.5000"), "USD"), json);
            json.writeEndArray();
        }

        assertThat(text.toString())
                .isEqualTo("[{\"amount\":1000000,\"currency\":\"RUB\"},{\"amount\":0.5,\"currency\":\"USD\"}]");
    }

    @Test
    void a_record_without_end_is_refused() {
        final Schema schema = new Schema.Parser().parse("""
            {"type": "record", "name": "Node", "fields": [
              {"name": "next", "type": ["null", "Node"], "default": null}]}""");
        GenericRecord node = new GenericData.Record(schema);
        for (int i = 0; i < 2_000; i++) {
            final GenericRecord next = node;
            node = new GenericRecordBuilder(schema).set("next", next).build();
        }
        final GenericRecord deep = node;

        assertThatThrownBy(() -> AvroJson.toBytes(deep)).isInstanceOf(UncheckedIOException.class);
    }
}
