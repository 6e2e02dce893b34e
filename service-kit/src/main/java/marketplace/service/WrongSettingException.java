package marketplace.service;

/** A setting that a service cannot start with. The message names it and says what to do. */
public final class WrongSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongSettingException(final String message) {
        super(message);
    }

    public WrongSettingException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
