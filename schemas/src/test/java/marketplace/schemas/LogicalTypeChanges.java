package marketplace.schemas;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Avro's compatibility check does not look at logical types: the scale of a price could change unseen. */
final class LogicalTypeChanges {
    private LogicalTypeChanges() {}

    static Stream<String> between(final Schema released, final Schema current) {
        return between(released, current, current.getName());
    }

    private static Stream<String> between(final Schema released, final Schema current, final String path) {
        if (released.getType() == Schema.Type.UNION || current.getType() == Schema.Type.UNION) {
            return branches(released).flatMap(was -> branches(current)
                    .filter(is ->
                            is.getType() == was.getType() && is.getFullName().equals(was.getFullName()))
                    .flatMap(is -> between(was, is, path)));
        }
        if (released.getType() != current.getType()) {
            return Stream.empty();
        }
        if (!Objects.equals(described(released), described(current))) {
            return Stream.of(path + " was " + described(released) + " and is " + described(current)
                    + ": records that are there would be read as other values."
                    + " Keep it, and put what you need into a new field with a default.");
        }
        return switch (released.getType()) {
            case RECORD ->
                released.getFields().stream()
                        .filter(field -> current.getField(field.name()) != null)
                        .flatMap(field -> between(
                                field.schema(), current.getField(field.name()).schema(), path + "." + field.name()));
            case ARRAY -> between(released.getElementType(), current.getElementType(), path);
            case MAP -> between(released.getValueType(), current.getValueType(), path);
            default -> Stream.empty();
        };
    }

    private static Stream<Schema> branches(final Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().stream() : Stream.of(schema);
    }

    private static String described(final Schema schema) {
        final Object scale = schema.getObjectProp("scale");
        return schema.getProp("logicalType") + (scale == null ? "" : " with scale " + scale);
    }
}
