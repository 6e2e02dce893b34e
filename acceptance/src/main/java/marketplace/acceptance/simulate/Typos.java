package marketplace.acceptance.simulate;

import java.util.Random;

/** What comes of words that are typed in a hurry. */
final class Typos {
    /** The first letter is hardly ever wrong, and the search counts on it. */
    private static final int FIRST = 1;

    private static final int SHORTEST = 5;

    private Typos() {}

    /** One letter of the longest word is doubled, left out, or has changed places with the next. */
    static String in(final String words, final Random random) {
        String longest = "";
        for (final String word : words.split(" ", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest.length() < SHORTEST ? words : words.replace(longest, spoilt(longest, random));
    }

    private static String spoilt(final String word, final Random random) {
        final int at = FIRST + random.nextInt(word.length() - FIRST - 1);
        final String before = word.substring(0, at);
        final String after = word.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> before + word.charAt(at) + word.charAt(at) + after;
            case 1 -> before + after;
            default -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
        };
    }
}
