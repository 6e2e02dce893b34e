package marketplace.tool.platform;

import java.io.IOException;

/** There is no platform to work with. The message is what {@code ./marketplace} says to that. */
public final class NotRunningException extends IOException {
    private static final long serialVersionUID = 1L;

    NotRunningException(final String message) {
        super(message);
    }
}
