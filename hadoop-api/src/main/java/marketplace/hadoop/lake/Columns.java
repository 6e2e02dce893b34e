package marketplace.hadoop.lake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns that records of an Avro schema need. All of them may be empty, so that a tombstone is a row, too, and a
 * field may come and go.
 */
final class Columns {
    private final Deque<String> path = new ArrayDeque<>();
    private int lastId;

    private Columns() {}

    /**
     * The columns of a topic's table: those of its records' schema, and those of {@link RecordColumn}.
     *
     * @throws IncompatibleSchemaException if there is a type that no column can have
     */
    static org.apache.iceberg.Schema of(final Schema value) {
        return new Columns().table(value);
    }

    /** What a union of something with null stands for; any other schema itself. */
    static Schema withoutNull(final Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        final List<Schema> rest = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return rest.size() == 1 ? rest.get(0) : schema;
    }

    private org.apache.iceberg.Schema table(final Schema value) {
        final List<NestedField> columns = new ArrayList<>(fields(value));
        for (final RecordColumn column : RecordColumn.values()) {
            if (value.getField(column.label()) != null) {
                throw new IncompatibleSchemaException(value.getFullName() + " has a field " + column.label()
                        + ", which is the name of a column of ours");
            }
            columns.add(field(++lastId, column.label(), column.isRequired(), column.type(), column.about()));
        }
        return new org.apache.iceberg.Schema(columns);
    }

    private List<NestedField> fields(final Schema record) {
        if (path.contains(record.getFullName())) {
            throw unfit(record, "contains itself");
        }
        path.push(record.getFullName());
        final List<NestedField> fields = new ArrayList<>();
        for (final Schema.Field field : record.getFields()) {
            fields.add(field(++lastId, field.name(), false, type(field.schema()), field.doc()));
        }
        path.pop();
        return fields;
    }

    private Type type(final Schema declared) {
        final Schema schema = withoutNull(declared);
        return Optional.ofNullable(schema.getLogicalType())
                .flatMap(Columns::logical)
                .orElseGet(() -> plain(schema));
    }

    private static Optional<Type> logical(final LogicalType logical) {
        if (logical instanceof final LogicalTypes.Decimal decimal) {
            return Optional.of(Types.DecimalType.of(decimal.getPrecision(), decimal.getScale()));
        }
        return switch (logical.getName()) {
            case "timestamp-millis", "timestamp-micros" -> Optional.of(Types.TimestampType.withZone());
            case "local-timestamp-millis", "local-timestamp-micros" -> Optional.of(Types.TimestampType.withoutZone());
            case "date" -> Optional.of(Types.DateType.get());
            case "time-millis", "time-micros" -> Optional.of(Types.TimeType.get());
            default -> Optional.empty();
        };
    }

    private Type plain(final Schema schema) {
        return switch (schema.getType()) {
            case STRING, ENUM -> Types.StringType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case FLOAT -> Types.FloatType.get();
            case DOUBLE -> Types.DoubleType.get();
            case BYTES -> Types.BinaryType.get();
            case FIXED -> Types.FixedType.ofLength(schema.getFixedSize());
            case ARRAY -> Types.ListType.ofOptional(++lastId, type(schema.getElementType()));
            case MAP -> map(schema);
            case RECORD -> Types.StructType.of(fields(schema));
            case UNION, NULL -> throw unfit(schema, "may be of several types");
        };
    }

    private Type map(final Schema schema) {
        final int key = ++lastId;
        final int value = ++lastId;
        return Types.MapType.ofOptional(key, value, Types.StringType.get(), type(schema.getValueType()));
    }

    private static NestedField field(
            final int id, final String name, final boolean required, final Type type, final String about) {
        return (required ? NestedField.required(name) : NestedField.optional(name))
                .withId(id)
                .ofType(type)
                .withDoc(about)
                .build();
    }

    private static IncompatibleSchemaException unfit(final Schema schema, final String why) {
        return new IncompatibleSchemaException("No column can hold " + schema + ": it " + why);
    }
}
