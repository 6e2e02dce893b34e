package marketplace.engines.elasticsearch.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Accents away: {@code preserve_original} keeps the word as it was beside the other. */
record AsciiFolding(String name, boolean preserveOriginal) implements NormalizingTokenFilterFactory {
    static TokenFilterFactory of(IndexSettings index, Environment environment, String name, Settings settings) {
        return new AsciiFolding(name, settings.getAsBoolean("preserve_original", false));
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new ASCIIFoldingFilter(tokens, preserveOriginal);
    }

    /** A normalizer makes one word of one. */
    @Override
    public TokenStream normalize(TokenStream tokens) {
        return new ASCIIFoldingFilter(tokens, false);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return preserveOriginal ? new AsciiFolding(name, false) : this;
    }
}
