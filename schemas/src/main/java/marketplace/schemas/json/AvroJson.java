package marketplace.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketplace.schemas.Models;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/**
 * Writes Avro records as JSON, for people and for search: not the JSON encoding of Avro's own, which names the branch of
 * each union and cannot be read without the schema. One way only.
 *
 * <table>
 *   <caption>How it writes</caption>
 *   <tr><td>field</td><td>under its name in the schema; one that is null is left out</td></tr>
 *   <tr><td>decimal</td><td>a number without trailing zeros, never with an exponent: {@code 129990}, {@code 1299.5}</td></tr>
 *   <tr><td>timestamp</td><td>UTC as ISO 8601 has it, with a fraction where it is not zero, of three digits or of six:
 *       {@code 2026-11-21T10:00:00Z}, {@code 2026-11-21T10:00:00.120Z}</td></tr>
 *   <tr><td>date, time, local timestamp</td><td>as ISO 8601 has them</td></tr>
 *   <tr><td>enum</td><td>text in lower case</td></tr>
 *   <tr><td>bytes, fixed</td><td>text in base64</td></tr>
 *   <tr><td>map, array</td><td>object and array; a null in them is null</td></tr>
 *   <tr><td>NaN, infinity</td><td>as null is: JSON has no number for them</td></tr>
 * </table>
 *
 * <p>Records may be of generated classes or generic, with decimals and times as objects or as the bytes and numbers
 * under them: the same comes out.
 */
public final class AvroJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            // Text stays as it is, in letters of four bytes too.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final int USUAL_SIZE = 1024;

    private AvroJson() {}

    /**
     * A record as JSON on one line.
     *
     * @throws UncheckedIOException if it is nested a thousand times or more, which JSON's writer refuses
     */
    public static String toJson(final IndexedRecord record) {
        final StringWriter text = new StringWriter(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(record, json);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * A record as JSON on one line, in UTF-8.
     *
     * @throws UncheckedIOException if it is nested a thousand times or more, which JSON's writer refuses
     */
    public static byte[] toBytes(final IndexedRecord record) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(record, json);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a record as one JSON object. The generator stays open, and what it does with text and depth is its own. */
    public static void write(final IndexedRecord record, final JsonGenerator json) throws IOException {
        final List<Schema.Field> fields = record.getSchema().getFields();
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            final Object value = record.get(i);
            if (!isNull(value)) {
                final Schema.Field field = fields.get(i);
                json.writeFieldName(field.name());
                write(field.schema(), value, json);
            }
        }
        json.writeEndObject();
    }

    private static boolean isNull(final Object value) {
        return value == null
                || (value instanceof final Double number && !Double.isFinite(number))
                || (value instanceof final Float number && !Float.isFinite(number));
    }

    private static void write(final Schema schema, final Object value, final JsonGenerator json) throws IOException {
        if (isNull(value)) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case RECORD -> write((IndexedRecord) value, json);
            case UNION -> write(branch(schema, value), value, json);
            case MAP -> writeMap(schema.getValueType(), (Map<?, ?>) value, json);
            case ARRAY -> writeArray(schema.getElementType(), (Collection<?>) value, json);
            case STRING -> json.writeString(value.toString());
            case ENUM -> json.writeString(value.toString().toLowerCase(Locale.ROOT));
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case INT, LONG -> writeWhole(schema.getLogicalType(), value, json);
            case FLOAT -> json.writeNumber((Float) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case BYTES, FIXED -> writeBytes(schema.getLogicalType(), value, json);
            case NULL -> json.writeNull();
        }
    }

    /** Which of a union's schemas a value is of that is not null. */
    private static Schema branch(final Schema union, final Object value) {
        final List<Schema> branches = union.getTypes();
        if (branches.size() == 2) {
            if (branches.get(0).getType() == Schema.Type.NULL) {
                return branches.get(1);
            }
            if (branches.get(1).getType() == Schema.Type.NULL) {
                return branches.get(0);
            }
        }
        return branches.get(Models.withLogicalTypes().resolveUnion(union, value));
    }

    private static void writeMap(final Schema values, final Map<?, ?> map, final JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            write(values, entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeArray(final Schema items, final Collection<?> array, final JsonGenerator json)
            throws IOException {
        json.writeStartArray();
        for (final Object item : array) {
            write(items, item, json);
        }
        json.writeEndArray();
    }

    /** A number, or a time that is a number or an object of java.time. */
    private static void writeWhole(final LogicalType logical, final Object value, final JsonGenerator json)
            throws IOException {
        if (!(value instanceof final Number number)) {
            json.writeString(value.toString());
        } else if (logical == null || !Times.isTime(logical)) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(Times.text(logical, number.longValue()));
        }
    }

    private static void writeBytes(final LogicalType logical, final Object value, final JsonGenerator json)
            throws IOException {
        if (value instanceof final BigDecimal number) {
            writeDecimal(number, json);
        } else if (logical instanceof final LogicalTypes.Decimal decimal) {
            writeDecimal(new BigDecimal(new BigInteger(bytes(value)), decimal.getScale()), json);
        } else {
            json.writeBinary(bytes(value));
        }
    }

    private static void writeDecimal(final BigDecimal number, final JsonGenerator json) throws IOException {
        json.writeNumber(number.stripTrailingZeros().toPlainString());
    }

    private static byte[] bytes(final Object value) {
        if (value instanceof final GenericFixed fixed) {
            return fixed.bytes();
        }
        final ByteBuffer view = ((ByteBuffer) value).duplicate();
        final byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }
}
