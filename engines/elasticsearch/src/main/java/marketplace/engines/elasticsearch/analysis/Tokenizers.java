package marketplace.engines.elasticsearch.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Text into words, in the simple ways. */
final class Tokenizers {
    private Tokenizers() {}

    /** All of it is one word: {@code buffer_size}. */
    static TokenizerFactory keyword(IndexSettings index, Environment environment, String name, Settings settings) {
        int buffer = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
        return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(buffer));
    }

    /** {@code max_token_length}. */
    static TokenizerFactory whitespace(IndexSettings index, Environment environment, String name, Settings settings) {
        int longest = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
        return TokenizerFactory.newFactory(
                name, () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest));
    }

    static TokenizerFactory letter(IndexSettings index, Environment environment, String name, Settings settings) {
        return TokenizerFactory.newFactory(name, LetterTokenizer::new);
    }

    /** What separates words is {@code pattern}, with {@code flags}; or the {@code group} in it is the word. */
    static TokenizerFactory pattern(IndexSettings index, Environment environment, String name, Settings settings) {
        var pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
        int group = settings.getAsInt("group", -1);
        return TokenizerFactory.newFactory(name, () -> new PatternTokenizer(pattern, group));
    }
}
