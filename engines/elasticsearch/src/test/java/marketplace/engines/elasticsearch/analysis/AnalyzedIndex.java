package marketplace.engines.elasticsearch.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.elasticsearch.cluster.metadata.IndexMetadata;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.index.analysis.IndexAnalyzers;
import org.elasticsearch.indices.analysis.AnalysisModule;
import org.elasticsearch.plugins.scanners.StablePluginsRegistry;
import org.elasticsearch.xcontent.XContentType;

/** The analyzers of an index whose settings are written as everybody writes them, put together by the server's code. */
final class AnalyzedIndex implements AutoCloseable {
    static {
        LogConfigurator.configureESLogging();
    }

    private final IndexAnalyzers analyzers;

    /** @param analysis what stands under {@code settings.analysis}, as JSON */
    AnalyzedIndex(String analysis) {
        this(analysis, Settings.EMPTY);
    }

    AnalyzedIndex(String analysis, Settings more) {
        var environment = new Environment(
                Settings.builder()
                        .put(
                                Environment.PATH_HOME_SETTING.getKey(),
                                Path.of("target").toAbsolutePath())
                        .build(),
                null);
        var settings = Settings.builder()
                .put(IndexMetadata.SETTING_VERSION_CREATED, IndexVersion.current())
                .put(IndexMetadata.SETTING_NUMBER_OF_SHARDS, 1)
                .put(IndexMetadata.SETTING_NUMBER_OF_REPLICAS, 0)
                .put(Settings.builder()
                        .loadFromSource("{\"index\": {\"analysis\": " + analysis + "}}", XContentType.JSON)
                        .build())
                .put(more)
                .build();
        var index = new IndexSettings(
                IndexMetadata.builder("products").settings(settings).build(), Settings.EMPTY);
        try {
            analyzers = new AnalysisModule(environment, List.of(new TextAnalysis()), new StablePluginsRegistry())
                    .getAnalysisRegistry()
                    .build(IndexCreationContext.CREATE_INDEX, index);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What an analyzer makes of a text; the words that stand in one place, one after the other. */
    List<String> words(String analyzer, String text) {
        return words(analyzers.get(analyzer), text);
    }

    /** What a normalizer makes of a keyword. */
    String normalized(String normalizer, String keyword) {
        return analyzers.getNormalizer(normalizer).normalize("field", keyword).utf8ToString();
    }

    private static List<String> words(Analyzer analyzer, String text) {
        var words = new ArrayList<String>();
        try (TokenStream tokens = analyzer.tokenStream("field", text)) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        analyzers.close();
    }
}
