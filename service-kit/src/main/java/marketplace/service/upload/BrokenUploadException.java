package marketplace.service.upload;

/** The bytes cannot be cut into items from here on. */
final class BrokenUploadException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenUploadException(final String message) {
        super(message, null, false, false);
    }
}
