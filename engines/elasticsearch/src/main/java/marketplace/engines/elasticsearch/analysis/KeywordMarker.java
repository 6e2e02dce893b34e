package marketplace.engines.elasticsearch.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Words that stemmers leave alone: {@code keywords}, {@code keywords_path} and {@code ignore_case}, or {@code keywords_pattern}. */
final class KeywordMarker {
    private static final String PATTERN = "keywords_pattern";

    private KeywordMarker() {}

    static TokenFilterFactory of(IndexSettings index, Environment environment, String name, Settings settings) {
        var words = Analysis.getWordSet(environment, settings, "keywords");
        var pattern = settings.get(PATTERN);
        if ((words == null) == (pattern == null)) {
            throw new IllegalArgumentException(
                    "[" + name + "] needs either [keywords], or [keywords_path], or [" + PATTERN + "]");
        }
        if (pattern != null) {
            var compiled = Pattern.compile(pattern);
            return Filters.plain(name, tokens -> new PatternKeywordMarkerFilter(tokens, compiled));
        }
        boolean ignoreCase = settings.getAsBoolean("ignore_case", false);
        var keywords = CharArraySet.unmodifiableSet(new CharArraySet(words, ignoreCase));
        return Filters.plain(name, tokens -> new SetKeywordMarkerFilter(tokens, keywords));
    }
}
