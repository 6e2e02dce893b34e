package marketplace.engines.elasticsearch.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/**
 * Parts of words that are written together, such as model numbers: {@code protected_words}, {@code adjust_offsets}, and
 * the switches below. Characters' classes cannot be changed: there is no {@code type_table}.
 */
final class WordDelimiter {
    private static final List<Switch> SWITCHES = List.of(
            new Switch("generate_word_parts", GENERATE_WORD_PARTS, true),
            new Switch("generate_number_parts", GENERATE_NUMBER_PARTS, true),
            new Switch("catenate_words", CATENATE_WORDS, false),
            new Switch("catenate_numbers", CATENATE_NUMBERS, false),
            new Switch("catenate_all", CATENATE_ALL, false),
            new Switch("split_on_case_change", SPLIT_ON_CASE_CHANGE, true),
            new Switch("preserve_original", PRESERVE_ORIGINAL, false),
            new Switch("split_on_numerics", SPLIT_ON_NUMERICS, true),
            new Switch("stem_english_possessive", STEM_ENGLISH_POSSESSIVE, true),
            new Switch("ignore_keywords", IGNORE_KEYWORDS, false));

    private static final String TYPES = "type_table";

    private WordDelimiter() {}

    private record Switch(String name, int bit, boolean byDefault) {
        int of(Settings settings) {
            return settings.getAsBoolean(name, byDefault) ? bit : 0;
        }
    }

    static TokenFilterFactory of(IndexSettings index, Environment environment, String name, Settings settings) {
        if (settings.hasValue(TYPES) || settings.hasValue(TYPES + "_path")) {
            throw new IllegalArgumentException("There is no [" + TYPES + "] here");
        }
        int flags = flags(settings);
        boolean adjust = settings.getAsBoolean("adjust_offsets", true);
        var kept = Analysis.getWordSet(environment, settings, "protected_words");
        return Filters.multiplying(
                name,
                tokens -> new WordDelimiterGraphFilter(
                        tokens, adjust, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, kept));
    }

    static TokenStream byDefault(TokenStream tokens) {
        return new WordDelimiterGraphFilter(tokens, flags(Settings.EMPTY), null);
    }

    private static int flags(Settings settings) {
        return SWITCHES.stream().mapToInt(one -> one.of(settings)).sum();
    }
}
