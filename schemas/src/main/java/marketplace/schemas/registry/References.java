package marketplace.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Turns the registry's answer into a schema, fetching what it refers to: a subject may borrow types from others. */
final class References {
    private static final int MOST = 256;
    private static final String AVRO = "AVRO";

    private final RegistryHttp http;

    References(final RegistryHttp http) {
        this.http = http;
    }

    /**
     * Parses the schema in an answer that has {@code schema} and maybe {@code references}.
     *
     * @param answer what the registry said
     * @param name how to call the schema in an error
     * @throws UnusableSchemaException if it is not Avro, or not valid
     */
    Schema parse(final JsonNode answer, final String name) {
        final String type = answer.path("schemaType").asText(AVRO);
        if (!AVRO.equals(type)) {
            throw new UnusableSchemaException(name + " is a " + type + " schema, not an Avro one");
        }
        final Map<String, String> borrowed = new LinkedHashMap<>();
        collect(answer, name, borrowed);
        // Names were the registry's to judge when it took the schema in.
        final Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
        try {
            borrowed.values().forEach(parser::parse);
            return parser.parse(answer.path("schema").asText());
        } catch (final AvroRuntimeException e) {
            throw new UnusableSchemaException(name + " is not a valid Avro schema: " + e.getMessage(), e);
        }
    }

    /** Depth first, so that what is borrowed stands before what borrows it. */
    private void collect(final JsonNode answer, final String name, final Map<String, String> borrowed) {
        for (final JsonNode reference : answer.path("references")) {
            final String subject = reference.path("subject").asText();
            final int version = reference.path("version").asInt();
            final String key = subject + "/" + version;
            if (borrowed.containsKey(key)) {
                continue;
            }
            if (borrowed.size() >= MOST) {
                throw new UnusableSchemaException(name + " refers to more than " + MOST + " other schemas");
            }
            final JsonNode found = http.get(
                    "/subjects/" + RegistryClient.encoded(subject) + "/versions/" + version,
                    "fetch " + key + ", which " + name + " refers to");
            // Holds the place, so that a circle of references ends.
            borrowed.put(key, "");
            collect(found, name, borrowed);
            borrowed.remove(key);
            borrowed.put(key, found.path("schema").asText());
        }
    }
}
