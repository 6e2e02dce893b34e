package marketplace.hadoop.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** From values as Avro reads them without its conversions to values as Iceberg keeps them. None of them is null. */
final class Values {
    private static final long MICROS_IN_MILLIS = 1_000;

    private Values() {}

    /** How values of an Avro schema become those of a column, which may be wider. */
    static Function<Object, Object> converter(final Type column, final Schema declared) {
        final Schema schema = Columns.withoutNull(declared);
        return switch (column.typeId()) {
            case TIMESTAMP, TIME ->
                isMillis(schema)
                        ? value -> Math.multiplyExact(((Number) value).longValue(), MICROS_IN_MILLIS)
                        : value -> ((Number) value).longValue();
            case LONG -> value -> ((Number) value).longValue();
            case DOUBLE -> value -> ((Number) value).doubleValue();
            case DECIMAL -> decimal((Types.DecimalType) column);
            case STRING -> value -> value instanceof CharSequence ? value : value.toString();
            case FIXED -> value -> ByteBuffer.wrap(((GenericFixed) value).bytes());
            case STRUCT -> struct(column.asStructType(), schema);
            case LIST -> list(converter(column.asListType().elementType(), schema.getElementType()));
            case MAP -> map(converter(column.asMapType().valueType(), schema.getValueType()));
            default -> value -> value;
        };
    }

    private static boolean isMillis(final Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                || schema.getLogicalType() instanceof LogicalTypes.LocalTimestampMillis
                || schema.getLogicalType() instanceof LogicalTypes.TimeMillis;
    }

    private static Function<Object, Object> decimal(final Types.DecimalType column) {
        return value -> {
            final byte[] bytes;
            if (value instanceof final GenericFixed fixed) {
                bytes = fixed.bytes();
            } else {
                final ByteBuffer buffer = ((ByteBuffer) value).duplicate();
                bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
            }
            final BigDecimal amount = new BigDecimal(new BigInteger(bytes), column.scale());
            if (amount.precision() > column.precision()) {
                throw new UnfitRecordException(
                        "The record has a number with " + amount.precision() + " digits for a " + column);
            }
            return amount;
        };
    }

    private static Function<Object, Object> list(final Function<Object, Object> element) {
        return value -> {
            final Collection<?> from = (Collection<?>) value;
            final List<Object> to = new ArrayList<>(from.size());
            from.forEach(one -> to.add(one == null ? null : element.apply(one)));
            return to;
        };
    }

    private static Function<Object, Object> map(final Function<Object, Object> element) {
        return value -> {
            final Map<?, ?> from = (Map<?, ?>) value;
            final Map<Object, Object> to = new HashMap<>(2 * from.size());
            from.forEach((key, one) -> to.put(key, one == null ? null : element.apply(one)));
            return to;
        };
    }

    private static Function<Object, Object> struct(final Types.StructType column, final Schema schema) {
        final List<Function<IndexedRecord, Object>> fields = new ArrayList<>();
        for (final Types.NestedField field : column.fields()) {
            final Schema.Field from = schema.getField(field.name());
            if (from == null) {
                fields.add(record -> null);
            } else {
                final Function<Object, Object> converter = converter(field.type(), from.schema());
                fields.add(record -> {
                    final Object value = record.get(from.pos());
                    return value == null ? null : converter.apply(value);
                });
            }
        }
        return value -> new Struct((IndexedRecord) value, fields);
    }

    /** A record inside a row. Lists may hold many, so each is an object of its own. */
    private static final class Struct implements StructLike {
        private final Object[] values;

        Struct(final IndexedRecord record, final List<Function<IndexedRecord, Object>> fields) {
            values = new Object[fields.size()];
            for (int field = 0; field < values.length; field++) {
                values[field] = fields.get(field).apply(record);
            }
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public <T> T get(final int position, final Class<T> type) {
            return type.cast(values[position]);
        }

        @Override
        public <T> void set(final int position, final T value) {
            throw new UnsupportedOperationException("A struct only shows a record");
        }
    }
}
