package marketplace.streams.trends;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes one query of what people type in many ways. */
final class QueryText {
    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\p{Cntrl}\\u200B\\uFEFF]+");
    private static final int LONGEST = 200;

    private QueryText() {}

    /**
     * The query in lower case, without space around it and with single spaces in it, composed as Unicode recommends,
     * with «е» for «ё», and no longer than 200 characters. The same everywhere, whatever the machine's language.
     */
    static String of(final String typed) {
        final String composed = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        final String spaced = SPACE.matcher(composed).replaceAll(" ").strip();
        return cut(Normalizer.normalize(spaced, Normalizer.Form.NFC).replace('ё', 'е'))
                .strip();
    }

    private static String cut(final String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
