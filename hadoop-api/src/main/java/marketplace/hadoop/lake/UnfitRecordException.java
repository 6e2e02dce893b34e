package marketplace.hadoop.lake;

/** A record can be read, and has a value that no row can. Made for its words, so it has no stack trace. */
public final class UnfitRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitRecordException(final String message) {
        super(message, null, false, false);
    }
}
