package marketplace.engines.elasticsearch.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Pieces of words, all or from their beginning: {@code min_gram}, {@code max_gram}; for filters
 * {@code preserve_original} and {@code side}; for tokenizers {@code token_chars} and {@code custom_token_chars}.
 */
final class Grams {
    private static final int MIN = 1;
    private static final int MAX = 2;

    private Grams() {}

    /** How long the pieces are. */
    private record Size(int min, int max) {
        static Size of(Settings settings) {
            return new Size(settings.getAsInt("min_gram", MIN), settings.getAsInt("max_gram", MAX));
        }

        /** Of all pieces there are many, so an index says how many it bears. */
        Size within(IndexSettings index) {
            if (max - min > index.getMaxNgramDiff()) {
                throw new IllegalArgumentException("The difference between max_gram and min_gram must be at most "
                        + index.getMaxNgramDiff() + " but was " + (max - min)
                        + ". The index's setting [index.max_ngram_diff] is that limit.");
            }
            return this;
        }
    }

    static TokenFilterFactory filter(IndexSettings index, Environment environment, String name, Settings settings) {
        var size = Size.of(settings).within(index);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return Filters.multiplying(name, tokens -> new NGramTokenFilter(tokens, size.min, size.max, preserve));
    }

    static TokenFilterFactory edgeFilter(IndexSettings index, Environment environment, String name, Settings settings) {
        var size = Size.of(settings);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return switch (settings.get("side", "front")) {
            case "front" -> Filters.multiplying(name, tokens -> edges(tokens, size, preserve));
            case "back" ->
                Filters.multiplying(
                        name,
                        tokens -> new ReverseStringFilter(edges(new ReverseStringFilter(tokens), size, preserve)));
            default -> throw new IllegalArgumentException("[side] is front or back, not " + settings.get("side"));
        };
    }

    private static TokenStream edges(TokenStream tokens, Size size, boolean preserve) {
        return new EdgeNGramTokenFilter(tokens, size.min, size.max, preserve);
    }

    static TokenizerFactory tokenizer(IndexSettings index, Environment environment, String name, Settings settings) {
        var size = Size.of(settings).within(index);
        var characters = TokenCharacters.of(settings);
        return TokenizerFactory.newFactory(name, () -> allOf(size, characters));
    }

    private static Tokenizer allOf(Size size, TokenCharacters characters) {
        return new NGramTokenizer(size.min, size.max) {
            @Override
            protected boolean isTokenChar(int character) {
                return characters.has(character);
            }
        };
    }

    static TokenizerFactory edgeTokenizer(
            IndexSettings index, Environment environment, String name, Settings settings) {
        var size = Size.of(settings);
        var characters = TokenCharacters.of(settings);
        return TokenizerFactory.newFactory(name, () -> edgesOf(size, characters));
    }

    private static Tokenizer edgesOf(Size size, TokenCharacters characters) {
        return new EdgeNGramTokenizer(size.min, size.max) {
            @Override
            protected boolean isTokenChar(int character) {
                return characters.has(character);
            }
        };
    }
}
