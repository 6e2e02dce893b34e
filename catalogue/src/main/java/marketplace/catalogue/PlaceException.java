package marketplace.catalogue;

import java.io.Serial;

/** A cluster or the registry did not do what it was asked. The message is one line that says where and why. */
final class PlaceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    PlaceException(String line, Throwable cause) {
        super(line, cause);
    }
}
