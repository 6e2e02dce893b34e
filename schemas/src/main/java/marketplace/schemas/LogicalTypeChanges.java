package marketplace.schemas;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Avro resolves schemas by what is on the wire and does not look at logical types. With another scale the same bytes
 * would be another price, unseen; so this looks.
 */
final class LogicalTypeChanges {
    private final BiPredicate<String, String> conflict;
    private final Set<String> seen = new HashSet<>();

    private LogicalTypeChanges(final BiPredicate<String, String> conflict) {
        this.conflict = conflict;
    }

    /** Every logical type that was added, taken away or changed, each in words. */
    static Stream<String> between(final Schema before, final Schema after) {
        return new LogicalTypeChanges((was, is) -> !was.equals(is)).at(before, after, after.getName());
    }

    /** Every value that would be read as another: both sides have a logical type, and not the same. */
    static Stream<String> conflicts(final Schema writer, final Schema reader) {
        return new LogicalTypeChanges((was, is) -> !was.equals(is) && !was.isEmpty() && !is.isEmpty())
                .at(writer, reader, reader.getName());
    }

    private Stream<String> at(final Schema before, final Schema after, final String path) {
        if (before.getType() == Schema.Type.UNION || after.getType() == Schema.Type.UNION) {
            return branches(before).flatMap(was -> branches(after)
                    .filter(is ->
                            is.getType() == was.getType() && is.getFullName().equals(was.getFullName()))
                    .flatMap(is -> at(was, is, path)));
        }
        if (before.getType() != after.getType()) {
            return Stream.empty();
        }
        if (conflict.test(described(before), described(after))) {
            return Stream.of("%s was %s and is %s: the same bytes would be another value"
                    .formatted(path, orPlain(before), orPlain(after)));
        }
        return switch (before.getType()) {
            // A record may contain itself.
            case RECORD -> seen.add(before.getFullName()) ? fields(before, after, path) : Stream.empty();
            case ARRAY -> at(before.getElementType(), after.getElementType(), path);
            case MAP -> at(before.getValueType(), after.getValueType(), path);
            default -> Stream.empty();
        };
    }

    private Stream<String> fields(final Schema before, final Schema after, final String path) {
        return before.getFields().stream()
                .filter(field -> after.getField(field.name()) != null)
                .flatMap(
                        field -> at(field.schema(), after.getField(field.name()).schema(), path + "." + field.name()));
    }

    private static Stream<Schema> branches(final Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().stream() : Stream.of(schema);
    }

    private static String orPlain(final Schema schema) {
        final String logical = described(schema);
        return logical.isEmpty() ? "a plain " + schema.getType().getName() : logical;
    }

    /** The logical type, or an empty text. A decimal without a scale has scale 0. */
    private static String described(final Schema schema) {
        final String logical = schema.getProp("logicalType");
        if (logical == null) {
            return "";
        }
        return "decimal".equals(logical)
                ? "decimal with scale " + Objects.requireNonNullElse(schema.getObjectProp("scale"), 0)
                : logical;
    }
}
