package marketplace.engines.elasticsearch.analysis;

import java.io.Reader;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** What is done to text before it is cut into words. */
final class CharacterFilters {
    private CharacterFilters() {}

    private record Plain(String name, UnaryOperator<Reader> around) implements CharFilterFactory {
        @Override
        public Reader create(Reader text) {
            return around.apply(text);
        }
    }

    private record Normalizing(String name, UnaryOperator<Reader> around) implements NormalizingCharFilterFactory {
        @Override
        public Reader create(Reader text) {
            return around.apply(text);
        }
    }

    /** {@code mappings} or {@code mappings_path}: what {@code =>} becomes what. */
    static CharFilterFactory mapping(IndexSettings index, Environment environment, String name, Settings settings) {
        var rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "mapping requires either `mappings` or `mappings_path` to be configured");
        }
        var map = CharacterMap.of(rules);
        return new Normalizing(name, text -> new MappingCharFilter(map, text));
    }

    /** {@code pattern}, {@code replacement}, {@code flags}. */
    static CharFilterFactory patternReplace(
            IndexSettings index, Environment environment, String name, Settings settings) {
        var pattern = Regex.compile(Filters.required(settings, "pattern"), settings.get("flags"));
        var replacement = settings.get("replacement", "");
        return new Normalizing(name, text -> new PatternReplaceCharFilter(pattern, replacement, text));
    }

    /** {@code escaped_tags} stay. */
    static CharFilterFactory htmlStrip(IndexSettings index, Environment environment, String name, Settings settings) {
        var kept = Set.copyOf(settings.getAsList("escaped_tags"));
        return new Plain(name, text -> new HTMLStripCharFilter(text, kept));
    }
}
