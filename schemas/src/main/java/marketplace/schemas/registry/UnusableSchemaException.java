package marketplace.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The registry knows the schema, but it is not one that can be used here: not Avro, or not valid. */
public final class UnusableSchemaException extends SerializationException {
    public UnusableSchemaException(final String message) {
        super(message);
    }

    public UnusableSchemaException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
