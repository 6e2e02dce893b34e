package marketplace.service.upload;

import java.util.Optional;

/** Which texts are taken. */
public final class Texts {
    /** What stands in a decoded address for bytes that are no text. */
    private static final char UNREADABLE = '\uFFFD';

    private Texts() {}

    /** What is wrong with how a text of an address was written, as the end of a sentence that begins with its name. */
    public static Optional<String> faultOfEncoding(final String text) {
        return text.indexOf(UNREADABLE) < 0 ? Optional.empty() : Optional.of("must be text in UTF-8");
    }

    /** What is wrong with a text of one line. */
    public static Optional<String> fault(final String text, final int longest) {
        return fault(text, longest, "");
    }

    /** The same of a text that may have several lines, and tabs. */
    public static Optional<String> faultOfLines(final String text, final int longest) {
        return fault(text, longest, "\n\t\r");
    }

    private static Optional<String> fault(final String text, final int longest, final String allowed) {
        if (text.length() > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        for (int at = 0; at < text.length(); at++) {
            final char c = text.charAt(at);
            if (Character.isISOControl(c) && allowed.indexOf(c) < 0) {
                return Optional.of("must not have control characters");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return Optional.of("must be Unicode text");
                }
                at++;
            }
        }
        return Optional.empty();
    }
}
