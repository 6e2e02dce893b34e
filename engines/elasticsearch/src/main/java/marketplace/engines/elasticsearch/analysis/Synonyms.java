package marketplace.engines.elasticsearch.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Words that stand for one another, in Solr's format: {@code synonyms} or {@code synonyms_path}, {@code expand},
 * {@code lenient}, {@code updateable}. The rules are read with what stands before the filter in its analyzer, so that
 * they are written in plain words.
 */
final class Synonyms implements TokenFilterFactory {
    private final String name;
    private final List<String> rules;
    private final boolean expand;
    private final boolean lenient;
    private final boolean updateable;
    private final Style style;

    /** What becomes of words that are more than one beside one. */
    @FunctionalInterface
    private interface Style {
        TokenStream around(TokenStream tokens, SynonymMap synonyms);
    }

    private Synonyms(Environment environment, String name, Settings settings, Style style) {
        this.name = name;
        this.style = style;
        rules = Analysis.getWordList(environment, settings, "synonyms");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "synonym requires either `synonyms` or `synonyms_path` to be configured");
        }
        if (!settings.get("format", "solr").equals("solr")) {
            throw new IllegalArgumentException("There is no [format] here but solr");
        }
        expand = settings.getAsBoolean("expand", true);
        updateable = settings.getAsBoolean("updateable", false);
        lenient = settings.getAsBoolean("lenient", updateable);
    }

    @SuppressWarnings("deprecation") // An index, unlike a search, needs flat words.
    static TokenFilterFactory flat(IndexSettings index, Environment environment, String name, Settings settings) {
        return new Synonyms(
                environment, name, settings, (tokens, synonyms) -> new SynonymFilter(tokens, synonyms, false));
    }

    static TokenFilterFactory graph(IndexSettings index, Environment environment, String name, Settings settings) {
        return new Synonyms(
                environment, name, settings, (tokens, synonyms) -> new SynonymGraphFilter(tokens, synonyms, false));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException("[" + name + "] must know first what stands before it");
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return updateable ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> characterFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> others) {
        var analyzer = new CustomAnalyzer(
                tokenizer,
                characterFilters.toArray(CharFilterFactory[]::new),
                before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new));
        return new InPlace(name, read(analyzer), style, getAnalysisMode());
    }

    private SynonymMap read(Analyzer analyzer) {
        var parser = new SynonymRules(expand, lenient, analyzer);
        try {
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException failure) {
            throw new IllegalArgumentException("failed to build synonyms of [" + name + "]", failure);
        }
    }

    /** The filter in its analyzer. */
    private record InPlace(String name, SynonymMap synonyms, Style style, AnalysisMode mode)
            implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            // Without a single rule there is no automaton to walk through.
            return synonyms.fst == null ? tokens : style.around(tokens, synonyms);
        }

        /** Synonyms of synonyms are not what anybody means. */
        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }

        @Override
        public AnalysisMode getAnalysisMode() {
            return mode;
        }
    }
}
