package marketplace.client.recommendations;

/** Recommendations cannot be looked up now. The message says why, in words for whoever asked. */
public final class RecommendationsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecommendationsUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
