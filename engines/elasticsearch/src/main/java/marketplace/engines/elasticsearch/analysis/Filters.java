package marketplace.engines.elasticsearch.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Token filters that are one of Lucene's with some parameters, and the kinds that there are of them. */
final class Filters {
    private Filters() {}

    /** One that a normalizer cannot use, since it changes more than how a word is written. */
    private record Plain(String name, UnaryOperator<TokenStream> around) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return around.apply(tokens);
        }
    }

    /** One that a normalizer can use, and that is applied to a search for parts of words too. */
    private record Normalizing(String name, UnaryOperator<TokenStream> around)
            implements NormalizingTokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return around.apply(tokens);
        }
    }

    /** One that makes several words of one: synonyms after it would not know which of them to replace. */
    private record Multiplying(String name, UnaryOperator<TokenStream> around) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return around.apply(tokens);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException("Token filter [" + name + "] cannot be used to parse synonyms");
        }

        @Override
        public boolean breaksFastVectorHighlighter() {
            return true;
        }
    }

    static TokenFilterFactory plain(String name, UnaryOperator<TokenStream> around) {
        return new Plain(name, around);
    }

    static TokenFilterFactory multiplying(String name, UnaryOperator<TokenStream> around) {
        return new Multiplying(name, around);
    }

    /** A provider for a filter without parameters. */
    static AnalysisProvider<TokenFilterFactory> plain(UnaryOperator<TokenStream> around) {
        return (index, environment, name, settings) -> plain(name, around);
    }

    /** The same for one that a normalizer can use. */
    static AnalysisProvider<TokenFilterFactory> normalizing(UnaryOperator<TokenStream> around) {
        return (index, environment, name, settings) -> new Normalizing(name, around);
    }

    /** {@code min}, {@code max}. */
    static TokenFilterFactory length(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return plain(name, tokens -> new LengthFilter(tokens, min, max));
    }

    /** {@code language}: Greek, Irish and Turkish have rules of their own. */
    static TokenFilterFactory lowercase(IndexSettings index, Environment environment, String name, Settings settings) {
        UnaryOperator<TokenStream> around =
                switch (settings.get("language", "")) {
                    case "" -> LowerCaseFilter::new;
                    case "greek" -> GreekLowerCaseFilter::new;
                    case "irish" -> IrishLowerCaseFilter::new;
                    case "turkish" -> TurkishLowerCaseFilter::new;
                    default ->
                        throw new IllegalArgumentException(
                                "language [" + settings.get("language") + "] not support for lower case");
                };
        return new Normalizing(name, around);
    }

    /** {@code pattern}, {@code replacement}, {@code flags}, {@code all}. */
    static TokenFilterFactory patternReplace(
            IndexSettings index, Environment environment, String name, Settings settings) {
        var pattern = Regex.compile(required(settings, "pattern"), settings.get("flags"));
        var replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return new Normalizing(name, tokens -> new PatternReplaceFilter(tokens, pattern, replacement, all));
    }

    /** {@code length}. */
    static TokenFilterFactory truncate(IndexSettings index, Environment environment, String name, Settings settings) {
        int length = Integer.parseInt(required(settings, "length"));
        return plain(name, tokens -> new TruncateTokenFilter(tokens, length));
    }

    /** {@code only_on_same_position}. */
    static TokenFilterFactory unique(IndexSettings index, Environment environment, String name, Settings settings) {
        return settings.getAsBoolean("only_on_same_position", false)
                ? plain(name, RemoveDuplicatesTokenFilter::new)
                : plain(name, UniqueFilter::new);
    }

    static String required(Settings settings, String parameter) {
        var value = settings.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("[" + parameter + "] is missing");
        }
        return value;
    }
}
