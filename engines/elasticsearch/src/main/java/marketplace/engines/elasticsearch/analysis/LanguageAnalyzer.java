package marketplace.engines.elasticsearch.analysis;

import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** One of Lucene's analyzers of a language: {@code stopwords}, {@code stem_exclusion}. */
final class LanguageAnalyzer extends AbstractIndexAnalyzerProvider<Analyzer> {
    private final Analyzer analyzer;

    private LanguageAnalyzer(String name, Settings settings, Analyzer analyzer) {
        super(name, settings);
        this.analyzer = analyzer;
    }

    /**
     * A provider of such analyzers.
     *
     * @param stopWords what it leaves out unless the settings say otherwise
     * @param analyzer makes one of stop words and of words that keep their form
     */
    static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(
            CharArraySet stopWords, BiFunction<CharArraySet, CharArraySet, Analyzer> analyzer) {
        return (index, environment, name, settings) -> new LanguageAnalyzer(
                name,
                settings,
                analyzer.apply(
                        Analysis.parseStopWords(environment, settings, stopWords),
                        Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET)));
    }

    @Override
    public Analyzer get() {
        return analyzer;
    }
}
