package marketplace.indexer.sources;

/** A record that can be read, and cannot be indexed. Made for its words, so it has no stack trace. */
public final class UnusableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableRecordException(final String message) {
        super(message, null, false, false);
    }
}
