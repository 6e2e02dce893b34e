package marketplace.hadoop.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketplace.schemas.Topic;
import marketplace.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which topics are exported: those that the catalogue lets this service read. */
final class ExportedTopics {
    private static final String CATALOGUE = "/topics.yaml";
    private static final String READER = "hadoop-api";

    private ExportedTopics() {}

    static List<ExportedTopic> ofTheCatalogue() {
        try (InputStream catalogue = Topics.class.getResourceAsStream(CATALOGUE)) {
            final Map<String, List<Map<String, Object>>> read =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(catalogue);
            return read.get("topics").stream()
                    .filter(topic -> topic.get("read-by") instanceof final List<?> readers && readers.contains(READER))
                    .map(topic -> named((String) topic.get("name")))
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExportedTopic named(final String name) {
        return new ExportedTopic(name, schema(name));
    }

    private static Optional<Schema> schema(final String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .map(Topic::valueType)
                .filter(SpecificRecord.class::isAssignableFrom)
                .map(SpecificData.get()::getSchema)
                .findFirst();
    }
}
