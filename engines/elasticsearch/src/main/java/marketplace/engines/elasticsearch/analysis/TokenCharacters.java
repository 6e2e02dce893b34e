package marketplace.engines.elasticsearch.analysis;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.elasticsearch.common.settings.Settings;

/** The characters that words are made of: {@code token_chars}, which are all unless it says less. */
final class TokenCharacters {
    private final List<IntPredicate> classes;

    private TokenCharacters(List<IntPredicate> classes) {
        this.classes = classes;
    }

    static TokenCharacters of(Settings settings) {
        var names = settings.getAsList("token_chars");
        return new TokenCharacters(
                names.stream().map(name -> named(name, settings)).toList());
    }

    private static IntPredicate named(String name, Settings settings) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" -> TokenCharacters::isPunctuation;
            case "symbol" -> TokenCharacters::isSymbol;
            case "custom" -> among(Filters.required(settings, "custom_token_chars"));
            default ->
                throw new IllegalArgumentException("Unknown token type: '" + name
                        + "', must be one of [letter, digit, whitespace, punctuation, symbol, custom]");
        };
    }

    private static IntPredicate among(String characters) {
        return character -> characters.indexOf(character) >= 0;
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int character) {
        return switch (Character.getType(character)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }

    boolean has(int character) {
        return classes.isEmpty() || classes.stream().anyMatch(one -> one.test(character));
    }
}
