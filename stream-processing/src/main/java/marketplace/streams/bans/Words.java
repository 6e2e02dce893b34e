package marketplace.streams.bans;

import java.util.regex.Pattern;

/** What others wrote, made fit for the store and for one line of a log. */
final class Words {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int LONGEST = 120;

    private Words() {}

    /** The text without line ends and other control characters, and cut off where it gets long. */
    static String of(final CharSequence text) {
        final String line = CONTROL.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        final int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
