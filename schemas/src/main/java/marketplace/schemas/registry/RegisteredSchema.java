package marketplace.schemas.registry;

import org.apache.avro.Schema;

/** A schema as it stands in the registry, with the id that records carry. */
public record RegisteredSchema(int id, Schema schema) {}
