package marketplace.engines.elasticsearch.analysis;

import static java.util.Map.entry;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The analyzers, tokenizers and filters that indexes use beyond those in the server itself, over Lucene's own. Their
 * names, parameters and defaults are those of Elasticsearch's module {@code analysis-common}, which is not to be had
 * alone, so that an index that is made here can be made on any Elasticsearch; the reverse holds for what is here.
 */
public final class TextAnalysis extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(
                "russian", LanguageAnalyzer.provider(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new),
                "english", LanguageAnalyzer.provider(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new));
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
                "mapping", requiresAnalysisSettings(CharacterFilters::mapping),
                "pattern_replace", requiresAnalysisSettings(CharacterFilters::patternReplace),
                "html_strip", CharacterFilters::htmlStrip);
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                // Without these two there are no normalizers.
                "keyword", Tokenizers::keyword,
                "whitespace", Tokenizers::whitespace,
                "letter", Tokenizers::letter,
                "pattern", Tokenizers::pattern,
                "ngram", Grams::tokenizer,
                "edge_ngram", Grams::edgeTokenizer);
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
                entry("asciifolding", AsciiFolding::of),
                entry("decimal_digit", Filters.normalizing(DecimalDigitFilter::new)),
                entry("edge_ngram", Grams::edgeFilter),
                entry("flatten_graph", Filters.plain(FlattenGraphFilter::new)),
                entry("keyword_marker", requiresAnalysisSettings(KeywordMarker::of)),
                entry("keyword_repeat", Filters.plain(KeywordRepeatFilter::new)),
                entry("length", Filters::length),
                entry("lowercase", Filters::lowercase),
                entry("ngram", Grams::filter),
                entry("pattern_replace", requiresAnalysisSettings(Filters::patternReplace)),
                entry("remove_duplicates", Filters.plain(RemoveDuplicatesTokenFilter::new)),
                entry("snowball", Stemmers::snowball),
                entry("stemmer", Stemmers::of),
                entry("synonym", requiresAnalysisSettings(Synonyms::flat)),
                entry("synonym_graph", requiresAnalysisSettings(Synonyms::graph)),
                entry("trim", Filters.normalizing(TrimFilter::new)),
                entry("truncate", requiresAnalysisSettings(Filters::truncate)),
                entry("unique", Filters::unique),
                entry("uppercase", Filters.normalizing(UpperCaseFilter::new)),
                entry("word_delimiter_graph", WordDelimiter::of));
    }

    /** What an analyzer may name without a definition of its own. */
    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("decimal_digit", true, DecimalDigitFilter::new),
                PreConfiguredTokenFilter.singleton("flatten_graph", false, FlattenGraphFilter::new),
                PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new),
                PreConfiguredTokenFilter.singleton("kstem", false, in -> Stemmers.stem("kstem", in)),
                PreConfiguredTokenFilter.singleton("porter_stem", false, in -> Stemmers.stem("porter", in)),
                PreConfiguredTokenFilter.singleton("remove_duplicates", false, RemoveDuplicatesTokenFilter::new),
                PreConfiguredTokenFilter.singleton("russian_stem", false, in -> Stemmers.stem("russian", in)),
                PreConfiguredTokenFilter.singleton("snowball", false, in -> new SnowballFilter(in, "English")),
                PreConfiguredTokenFilter.singleton("stemmer", false, in -> Stemmers.stem("porter", in)),
                PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
                PreConfiguredTokenFilter.singleton("unique", false, in -> new UniqueFilter(in)),
                PreConfiguredTokenFilter.singleton("uppercase", true, UpperCaseFilter::new),
                PreConfiguredTokenFilter.singleton("word_delimiter_graph", false, false, WordDelimiter::byDefault));
    }

    @Override
    public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
        return List.of(
                PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
                PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new),
                PreConfiguredTokenizer.singleton("letter", LetterTokenizer::new));
    }

    @Override
    public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
        return List.of(PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new));
    }
}
