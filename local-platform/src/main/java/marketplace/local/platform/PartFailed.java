package marketplace.local.platform;

import java.util.List;

/** A part did not come up. The message is one sentence for people. */
public final class PartFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lastLines;

    PartFailed(String message, List<String> lastLines, Throwable cause) {
        super(message, cause);
        this.lastLines = List.copyOf(lastLines);
    }

    /** The end of what the part wrote down, or nothing. */
    public List<String> lastLines() {
        return lastLines;
    }
}
