package marketplace.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * No schema registry answered in time. The record is as good as it was: waiting and trying again is the right thing
 * to do, and putting the record aside is not.
 */
public final class RegistryUnavailableException extends SerializationException {
    public RegistryUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
