package marketplace.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry answered, and refused: credentials that it does not know, a schema that breaks compatibility, an address
 * that is not a registry's. Trying again changes nothing until somebody changes the configuration or the schema.
 */
public final class RegistryRejectedException extends SerializationException {
    private final int status;
    private final int errorCode;

    public RegistryRejectedException(final String message, final int status, final int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The registry's own {@code error_code}, or 0 where the answer had none. */
    public int errorCode() {
        return errorCode;
    }
}
