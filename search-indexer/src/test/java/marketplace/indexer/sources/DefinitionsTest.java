package marketplace.indexer.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marketplace.indexer.store.IndexDefinition;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definitions of indexes and the schemas of records know the same fields. */
final class DefinitionsTest {
    static Stream<Source<?>> sources() {
        return Sources.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void every_field_of_a_record_is_in_the_definition_of_its_index(final Source<?> source) {
        final JsonNode mappings = IndexDefinition.of(source.family()).body().path("mappings");

        assertThat(missing(schema(source), mappings, "")).isEmpty();
    }

    /** A field that an index does not know is kept, so an index of before takes records of after. */
    @ParameterizedTest
    @MethodSource("sources")
    void a_field_that_is_not_in_the_definition_is_no_reason_to_refuse_a_document(final Source<?> source) {
        final IndexDefinition definition = IndexDefinition.of(source.family());

        assertThat(definition.body().at("/mappings/dynamic").asText()).isEqualTo("false");
        assertThat(definition.version()).isPositive();
    }

    private static Schema schema(final Source<?> source) {
        return SpecificData.get().getSchema(source.topic().valueType());
    }

    private static List<String> missing(final Schema schema, final JsonNode mapping, final String path) {
        final List<String> missing = new ArrayList<>();
        if (mapping.path("enabled").asBoolean(true)) {
            for (final Schema.Field field : schema.getFields()) {
                final JsonNode property = mapping.path("properties").path(field.name());
                final String name = path + field.name();
                if (property.isMissingNode()) {
                    missing.add(name);
                } else {
                    record(field.schema()).ifPresent(inner -> missing.addAll(missing(inner, property, name + ".")));
                }
            }
        }
        return missing;
    }

    private static Optional<Schema> record(final Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> Optional.of(schema);
            case ARRAY -> record(schema.getElementType());
            case UNION ->
                schema.getTypes().stream().flatMap(one -> record(one).stream()).findFirst();
            default -> Optional.empty();
        };
    }
}
