package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.junit.jupiter.api.Test;

/** What stands on the topics stays readable: every schema reads what its released version wrote. */
class CompatibilityTest {
    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/released/avro");

    @Test
    void every_schema_reads_what_its_released_version_wrote() {
        assertThat(problems(schemas(RELEASED), schemas(CURRENT))).isEmpty();
    }

    @Test
    void a_field_without_a_default_is_found_by_name() {
        final Schema before = record("{\"name\":\"a\",\"type\":\"string\"}");
        final Schema after = record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"long\"}");

        assertThat(problems(Map.of("R", before), Map.of("R", after)))
                .singleElement()
                .asString()
                .contains("R.b")
                .contains("Give it a default");
    }

    @Test
    void a_changed_type_is_found_by_name() {
        final Schema before = record("{\"name\":\"a\",\"type\":\"string\"}");
        final Schema after = record("{\"name\":\"a\",\"type\":\"long\"}");

        assertThat(problems(Map.of("R", before), Map.of("R", after)))
                .singleElement()
                .asString()
                .contains("R.a")
                .contains("new field");
    }

    @Test
    void a_changed_scale_of_money_is_found() {
        final String decimal =
                "{\"name\":\"a\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":%d}}";

        assertThat(problems(Map.of("R", record(decimal.formatted(2))), Map.of("R", record(decimal.formatted(4)))))
                .singleElement()
                .asString()
                .contains("R.a");
    }

    @Test
    void a_removed_schema_is_found_and_a_new_one_is_not() {
        final Schema schema = record("{\"name\":\"a\",\"type\":\"string\"}");

        assertThat(problems(Map.of("R", schema), Map.of()))
                .singleElement()
                .asString()
                .contains("R was released");
        assertThat(problems(Map.of(), Map.of("R", schema))).isEmpty();
    }

    @Test
    void every_record_and_every_field_says_what_it_is() {
        schemas(CURRENT).values().forEach(CompatibilityTest::assertDocumented);
    }

    private static void assertDocumented(final Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (final Schema.Field field : schema.getFields()) {
                    assertThat(field.doc())
                            .as(schema.getFullName() + "." + field.name())
                            .isNotBlank();
                    assertThat(field.name()).matches("[a-z][a-z_]*");
                    assertDocumented(field.schema());
                }
            }
            case ENUM -> assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
            case ARRAY -> assertDocumented(schema.getElementType());
            case MAP -> assertDocumented(schema.getValueType());
            case UNION -> schema.getTypes().forEach(CompatibilityTest::assertDocumented);
            default -> {}
        }
    }

    private static List<String> problems(final Map<String, Schema> released, final Map<String, Schema> current) {
        return released.entrySet().stream()
                .flatMap(entry -> current.containsKey(entry.getKey())
                        ? problems(entry.getValue(), current.get(entry.getKey()))
                        : Stream.of(entry.getKey() + " was released and is gone. Its records are still on the topics:"
                                + " bring it back, or take its topic out of the catalogue and the released copy away"
                                + " once nothing holds them any more."))
                .toList();
    }

    private static Stream<String> problems(final Schema released, final Schema current) {
        final Stream<String> structure =
                SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                        .getResult()
                        .getIncompatibilities()
                        .stream()
                        .map(incompatibility -> explain(released, current, incompatibility));
        return Stream.concat(
                structure,
                LogicalTypeChanges.between(released, current)
                        .map(change -> change + ". Keep it, and put what you need into a new field with a default."));
    }

    private static String explain(final Schema released, final Schema current, final Incompatibility found) {
        final String where = FieldPath.of(current, found.getLocation());
        final String advice =
                switch (found.getType()) {
                    case READER_FIELD_MISSING_DEFAULT_VALUE ->
                        "Give it a default, which stands for it in the records that are there.";
                    case MISSING_ENUM_SYMBOLS -> "Keep the symbols that were released, and the enum's default.";
                    case NAME_MISMATCH -> "Keep the name, or put the old one into aliases.";
                    default -> "Keep the old type, and put what you need into a new field with a default.";
                };
        return released.getFullName() + " can no longer read what its released version wrote, at " + where + ": "
                + found.getType() + " (" + found.getMessage() + "). " + advice;
    }

    private static Map<String, Schema> schemas(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(CompatibilityTest::parse)
                    .collect(Collectors.toMap(Schema::getFullName, schema -> schema, (a, b) -> b, TreeMap::new));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parse(final Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema record(final String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[%s]}".formatted(fields));
    }
}
