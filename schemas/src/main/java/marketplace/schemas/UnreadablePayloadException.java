package marketplace.schemas;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record are not what its topic carries. Reading them again gives the same: put the record aside (see
 * {@link DeadLetter}) and go on.
 */
public final class UnreadablePayloadException extends SerializationException {
    /** What is wrong with the bytes. */
    public enum Reason {
        /** They do not begin as every record of ours does. */
        NO_MAGIC_BYTE,
        /** They name a schema that the registry does not know. */
        UNKNOWN_SCHEMA_ID,
        /** They name a schema that cannot be read as what is asked for. */
        INCOMPATIBLE_SCHEMA,
        /** They end before the record does. */
        TRUNCATED,
        /** They are not a record of the schema they name. */
        CORRUPT
    }

    private final Reason reason;

    public UnreadablePayloadException(final Reason reason, final String message) {
        this(reason, message, null);
    }

    public UnreadablePayloadException(final Reason reason, final String message, final Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
