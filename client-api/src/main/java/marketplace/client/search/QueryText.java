package marketplace.client.search;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The words of a search.
 *
 * @param typed as they were typed
 * @param normal without what cannot be seen: composed letters, single spaces, no marks of direction or width
 */
public record QueryText(String typed, String normal) {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");
    private static final int FEW_WORDS = 8;

    /** The words as they were typed, made ready. */
    public static QueryText of(final String typed) {
        final String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        final String visible = INVISIBLE.matcher(composed).replaceAll("");
        return new QueryText(typed, SPACE.matcher(visible).replaceAll(" ").strip());
    }

    /** Whether there is nothing to search for. */
    public boolean isBlank() {
        return normal.isEmpty();
    }

    /** Whether it is one word, as the numbers of articles are. */
    public boolean isOneWord() {
        return !normal.isEmpty() && normal.indexOf(' ') < 0;
    }

    /** Whether somebody wrote these words, rather than pasted a page: only then is it worth forgiving typos. */
    public boolean hasFewWords() {
        return SPACE.splitAsStream(normal).limit(FEW_WORDS + 1L).count() <= FEW_WORDS;
    }
}
