package marketplace.engines.elasticsearch.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/** Rules in Solr's format. A lenient reader passes over those of which the analyzer leaves nothing. */
final class SynonymRules extends SolrSynonymParser {
    private static final CharsRef NOTHING = new CharsRef();

    private final boolean lenient;

    SynonymRules(boolean expand, boolean lenient, Analyzer analyzer) {
        super(true, expand, analyzer);
        this.lenient = lenient;
    }

    @Override
    public CharsRef analyze(String words, CharsRefBuilder reuse) throws IOException {
        try {
            return super.analyze(words, reuse);
        } catch (IllegalArgumentException unusable) {
            if (lenient) {
                return NOTHING;
            }
            throw unusable;
        }
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
        if (input.length > 0 && output.length > 0) {
            super.add(input, output, includeOriginal);
        }
    }
}
