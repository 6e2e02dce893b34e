package marketplace.engines.elasticsearch.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/** Reads rules like {@code ё => е}. A side may be escaped as in Java: {@code \\u0451}, {@code \\n}, {@code \\t}. */
final class CharacterMap {
    private static final String BECOMES = "=>";
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))", Pattern.DOTALL);
    private static final int HEXADECIMAL = 16;

    private CharacterMap() {}

    static NormalizeCharMap of(List<String> rules) {
        var map = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int middle = rule.indexOf(BECOMES);
            if (middle < 0) {
                throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "]: it has no " + BECOMES);
            }
            map.add(
                    unescaped(rule.substring(0, middle).strip()),
                    unescaped(rule.substring(middle + BECOMES.length()).strip()));
        }
        return map.build();
    }

    private static String unescaped(String side) {
        return ESCAPED.matcher(side)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null ? named(escape.group(2)) : numbered(escape.group(1))));
    }

    private static String numbered(String digits) {
        return Character.toString(Integer.parseInt(digits, HEXADECIMAL));
    }

    private static String named(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> letter;
        };
    }
}
