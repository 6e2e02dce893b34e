package marketplace.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/**
 * The text under which a schema stands in the registry. Generated classes carry {@code avro.java.string}, which says
 * how Java reads a string and is nobody else's business: with it the registry would see another schema.
 */
public final class SchemaText {
    private static final String JAVA_STRING = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaText() {}

    /** The schema as JSON on one line, documentation included, Java's own properties left out. */
    public static String of(final Schema schema) {
        final String text = schema.toString();
        if (!text.contains(JAVA_STRING)) {
            return text;
        }
        try {
            return JSON.writeValueAsString(strip(JSON.readTree(text)));
        } catch (final JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same schema without Java's own properties. */
    public static Schema stripped(final Schema schema) {
        return schema.toString().contains(JAVA_STRING) ? new Schema.Parser().parse(of(schema)) : schema;
    }

    private static JsonNode strip(final JsonNode node) {
        if (node instanceof final ObjectNode object) {
            object.remove(JAVA_STRING);
            if (object.size() == 1 && object.get("type") instanceof final TextNode type) {
                return type;
            }
            object.fieldNames().forEachRemaining(name -> {
                if (!"default".equals(name)) {
                    object.set(name, strip(object.get(name)));
                }
            });
        } else if (node instanceof final ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strip(array.get(i)));
            }
        }
        return node;
    }
}
