package marketplace.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered that it does not know the subject, the version, the schema or the id. */
public final class SchemaNotRegisteredException extends SerializationException {
    public SchemaNotRegisteredException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
