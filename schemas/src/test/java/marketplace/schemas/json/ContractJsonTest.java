package marketplace.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.ProductBan;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;
import marketplace.events.SearchTrend;
import marketplace.schemas.Events;
import marketplace.schemas.Models;
import marketplace.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every schema of the contract, as JSON. */
class ContractJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(Events.product(), """
                        {"product_id": "12345", "name": "Умные часы XYZ",
                         "description": "Умные часы с функцией мониторинга здоровья, 24 € cheaper ⌚ 🎁",
                         "price": {"amount": 4999.99, "currency": "RUB"}, "category": "Электроника", "brand": "XYZ",
                         "stock": {"available": 150, "reserved": 20}, "sku": "XYZ-12345",
                         "tags": ["умные часы", "гаджеты"],
                         "images": [{"url": "https://example.com/images/product1.jpg", "alt": "вид спереди"}],
                         "specifications": {"weight": "50g", "water_resistance": "IP68"},
                         "created_at": "2026-03-01T12:00:00.123Z", "updated_at": "2026-03-01T12:01:00.123Z",
                         "index": "products", "store_id": "store_001"}"""),
                Arguments.of(new ProductBan("12345", "подделка", AT), """
                        {"product_id": "12345", "reason": "подделка", "banned_at": "2026-11-21T10:00:00Z"}"""),
                Arguments.of(
                        new SearchEvent(
                                "q-1",
                                "c-1",
                                "клавиатура",
                                new SearchFilters(
                                        "Электроника",
                                        "XYZ",
                                        new BigDecimal("0.5000"),
                                        new BigDecimal("129990.0000"),
                                        true,
                                        "store_001"),
                                2L,
                                List.of("1", "5"),
                                7L,
                                AT),
                        """
                        {"query_id": "q-1", "client_id": "c-1", "text": "клавиатура",
                         "filters": {"category": "Электроника", "brand": "XYZ", "price_min": 0.5,
                          "price_max": 129990, "in_stock": true, "store_id": "store_001"},
                         "hits": 2, "shown": ["1", "5"], "took_ms": 7, "at": "2026-11-21T10:00:00Z"}"""),
                Arguments.of(new ClientEvent("e-1", ClientEventKind.PURCHASE, "c-1", "12345", "q-1", AT), """
                        {"event_id": "e-1", "kind": "purchase", "client_id": "c-1", "product_id": "12345",
                         "query_id": "q-1", "at": "2026-11-21T10:00:00Z"}"""),
                Arguments.of(new SearchTrend("клавиатура", AT, AT.plusSeconds(60), 12L, 3L), """
                        {"query": "клавиатура", "window_start": "2026-11-21T10:00:00Z",
                         "window_end": "2026-11-21T10:01:00Z", "searches": 12, "zero_hits": 3}"""),
                Arguments.of(
                        new Recommendations(
                                "c-1", "run-1", AT, List.of(new RecommendedProduct("5", 1, 0.25, "as others did"))),
                        """
                        {"client_id": "c-1", "run_id": "run-1", "computed_at": "2026-11-21T10:00:00Z",
                         "items": [{"product_id": "5", "rank": 1, "score": 0.25, "reason": "as others did"}]}"""));
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_field_is_written_whichever_way_the_record_stands_in_memory(
            final SpecificRecord record, final String expected) throws IOException {
        final JsonNode json = MAPPER.readTree(AvroJson.toBytes(record));

        assertThat(json).isEqualTo(MAPPER.readTree(expected));
        assertThat(MAPPER.readTree(AvroJson.toJson(record))).isEqualTo(json);
        assertThat(MAPPER.readTree(AvroJson.toJson(generic(record, Models.plain()))))
                .isEqualTo(json);
        assertThat(MAPPER.readTree(AvroJson.toJson(generic(record, Models.withLogicalTypes()))))
                .isEqualTo(json);
        assertThat(fieldNames(json))
                .as("a field of the schema is missing in this test")
                .containsExactlyElementsOf(record.getSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void every_schema_of_a_topic_is_tried() {
        assertThat(records()
                        .<Class<?>>map(arguments -> arguments.get()[0].getClass())
                        .toList())
                .containsAll(Topics.all().stream()
                        .<Class<?>>map(topic -> topic.valueType())
                        .filter(SpecificRecord.class::isAssignableFrom)
                        .toList());
    }

    @Test
    void the_order_is_that_of_the_schema() {
        assertThat(AvroJson.toJson(new SearchFilters(null, "XYZ", null, new BigDecimal("1299.5000"), false, null)))
                .isEqualTo("{\"brand\":\"XYZ\",\"price_max\":1299.5,\"in_stock\":false}");
    }

    private static List<String> fieldNames(final JsonNode json) {
        final List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static IndexedRecord generic(final SpecificRecord record, final GenericData model) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return new GenericDatumReader<IndexedRecord>(record.getSchema(), record.getSchema(), model)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
