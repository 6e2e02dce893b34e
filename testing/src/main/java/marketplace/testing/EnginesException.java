package marketplace.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engines cannot be had. The message says what to do, or has the last lines of the engine that did not start. */
final class EnginesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnginesException(String message) {
        super(message);
    }

    EnginesException(String message, Throwable cause) {
        super(message, cause);
    }

    EnginesException(String message, List<String> lastLines, Throwable cause) {
        super(
                Stream.concat(Stream.of(message), lastLines.stream().map(line -> "  | " + line))
                        .collect(Collectors.joining(System.lineSeparator())),
                cause);
    }
}
