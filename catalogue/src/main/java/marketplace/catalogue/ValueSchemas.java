package marketplace.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Takes schemas from generated classes. */
final class ValueSchemas {
    /** What the code generator adds for Java alone; a registry would see another schema. */
    private static final String JAVA_STRING = "avro.java.string";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ValueSchemas() {}

    /** Fails with a {@link CatalogueException} that names every class that is missing or is not an Avro record. */
    static SortedMap<String, Schema> load(Map<String, String> classesBySubject) {
        List<String> problems = new ArrayList<>();
        SortedMap<String, Schema> schemas = new TreeMap<>();
        classesBySubject.forEach((subject, className) -> {
            try {
                Class<?> type = Class.forName(className);
                if (SpecificRecord.class.isAssignableFrom(type)) {
                    schemas.put(subject, withoutJavaStrings(SpecificData.get().getSchema(type)));
                } else {
                    problems.add("subject " + subject + ": " + className + " is not a generated Avro record");
                }
            } catch (ClassNotFoundException e) {
                problems.add("subject " + subject + ": there is no class " + className
                        + " (is its .avsc in the schemas module?)");
            }
        });
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return schemas;
    }

    static Schema withoutJavaStrings(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            strip(tree);
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A schema wrote itself as something that is not JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(ValueSchemas::strip);
    }
}
