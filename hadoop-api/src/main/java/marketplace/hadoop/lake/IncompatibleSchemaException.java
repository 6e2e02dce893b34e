package marketplace.hadoop.lake;

/** Records of a schema cannot stand in the table beside those that are there. The message says which and why. */
public final class IncompatibleSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(final String message) {
        super(message);
    }

    IncompatibleSchemaException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
