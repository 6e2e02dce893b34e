package marketplace.hadoop.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Shows records of one schema as rows of a table, one after the other: what is shown is the record that was set last.
 * All values are found when it is set, because a file cannot be written on after half a row.
 */
final class Row implements StructLike {
    private final List<Function<TopicRecord, Object>> columns = new ArrayList<>();
    private final Object[] values;

    /**
     * Rows of a table.
     *
     * @param value the schema of the records; nothing for tombstones
     */
    Row(final Types.StructType table, final Optional<Schema> value) {
        for (final NestedField column : table.fields()) {
            columns.add(own(column.name())
                    .or(() -> value.flatMap(schema -> fromValue(column, schema)))
                    .orElse(record -> null));
        }
        values = new Object[columns.size()];
    }

    private static Optional<Function<TopicRecord, Object>> own(final String column) {
        for (final RecordColumn one : RecordColumn.values()) {
            if (one.label().equals(column)) {
                return Optional.of(record -> of(record, one));
            }
        }
        return Optional.empty();
    }

    private static Object of(final TopicRecord record, final RecordColumn column) {
        return switch (column) {
            case EVENT_AT -> micros(record.eventAt());
            case KAFKA_KEY -> record.key().orElse(null);
            case KAFKA_PARTITION -> record.partition();
            case KAFKA_OFFSET -> record.offset();
            case KAFKA_TIMESTAMP -> micros(record.timestamp());
            case KAFKA_TOMBSTONE -> record.value().isEmpty();
        };
    }

    static long micros(final Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Optional<Function<TopicRecord, Object>> fromValue(final NestedField column, final Schema schema) {
        return Optional.ofNullable(schema.getField(column.name())).map(field -> {
            final Function<Object, Object> converter = Values.converter(column.type(), field.schema());
            final int position = field.pos();
            return record -> {
                final IndexedRecord value = record.value().orElse(null);
                final Object found = value == null ? null : value.get(position);
                return found == null ? null : converter.apply(found);
            };
        });
    }

    /**
     * Shows this record from now on.
     *
     * @throws UnfitRecordException if it has a value that its column cannot hold
     */
    Row show(final TopicRecord record) {
        try {
            for (int column = 0; column < values.length; column++) {
                values[column] = columns.get(column).apply(record);
            }
            return this;
        } catch (final ArithmeticException e) {
            throw new UnfitRecordException("The record has a value that is out of every range: " + e.getMessage());
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
        throw new UnsupportedOperationException("A row only shows a record");
    }
}
