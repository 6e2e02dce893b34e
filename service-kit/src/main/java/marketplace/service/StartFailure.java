package marketplace.service;

import java.net.BindException;

/** Why a service did not start, in one line. */
final class StartFailure {
    private StartFailure() {}

    static String inWords(final Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            if (cause instanceof WrongSettingException || cause instanceof BindException) {
                break;
            }
            cause = cause.getCause();
        }
        if (cause instanceof BindException) {
            return "The service cannot listen: " + cause.getMessage()
                    + ". Stop what uses the address, or set SERVER_PORT or SERVER_HOST.";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
