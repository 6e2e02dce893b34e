package marketplace.client.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import marketplace.client.search.QueryText;
import marketplace.service.http.Problem;
import marketplace.service.upload.Texts;

/** Reads single parameters of a request; what is wrong with one ends the request with a problem that names it. */
public final class Parameters {
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");

    private Parameters() {}

    /** Words that must be there, on one line or several. */
    public static QueryText words(final String name, final String value, final int longest) {
        if (value == null) {
            throw Problem.field(name, "is missing");
        }
        final QueryText words = QueryText.of(sound(name, value, Texts.faultOfLines(value, longest)));
        if (words.isBlank()) {
            throw Problem.field(name, "must not be blank");
        }
        return words;
    }

    /** A text of one line that need not be there. Left empty in a form it is not there. */
    public static Optional<String> text(final String name, final String value, final int longest) {
        return given(value)
                .map(text -> sound(name, text, Texts.fault(text, longest)).strip());
    }

    /** A price that need not be there. */
    public static Optional<BigDecimal> price(final String name, final String value) {
        return given(value).map(text -> {
            if (!PRICE.matcher(text).matches()) {
                throw Problem.field(
                        name, "must be a decimal number, not negative, with at most 4 digits after the point");
            }
            return new BigDecimal(text);
        });
    }

    /** A yes or no that need not be there. */
    public static Optional<Boolean> yesOrNo(final String name, final String value) {
        return given(value).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.field(name, "must be true or false");
        });
    }

    /** A number from 1 on; the usual one if none is given. */
    public static int limit(final String name, final String value, final int usual, final int most) {
        return given(value)
                .map(text -> {
                    final int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
                    if (limit < 1 || limit > most) {
                        throw Problem.field(name, "must be from 1 to " + most);
                    }
                    return limit;
                })
                .orElse(usual);
    }

    private static Optional<String> given(final String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static String sound(final String name, final String value, final Optional<String> fault) {
        fault.or(() -> Texts.faultOfEncoding(value)).ifPresent(reason -> {
            throw Problem.field(name, reason);
        });
        return value;
    }
}
