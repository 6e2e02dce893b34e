package marketplace.hadoop.export;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A topic that has a table.
 *
 * @param schema of its values, as this service was built with; nothing for a topic that it does not know
 */
record ExportedTopic(String name, Optional<Schema> schema) {}
