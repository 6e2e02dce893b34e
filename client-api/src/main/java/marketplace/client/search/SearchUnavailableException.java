package marketplace.client.search;

/** The index of products cannot be asked now. The message says why, in words for whoever asked. */
public final class SearchUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
