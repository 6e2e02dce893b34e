package marketplace.bench.platform;

import java.io.IOException;

/** There is nothing to be measured. The message is what {@code ./marketplace} says to that. */
public final class NotRunningException extends IOException {
    private static final long serialVersionUID = 1L;

    NotRunningException(final String message) {
        super(message);
    }
}
