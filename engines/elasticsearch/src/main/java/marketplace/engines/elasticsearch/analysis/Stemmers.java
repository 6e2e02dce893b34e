package marketplace.engines.elasticsearch.analysis;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Words down to their stems. The languages are those of the shop: Russian and English. */
final class Stemmers {
    private static final Map<String, UnaryOperator<TokenStream>> BY_LANGUAGE = Map.ofEntries(
            entry("russian", in -> new SnowballFilter(in, "Russian")),
            entry("light_russian", RussianLightStemFilter::new),
            entry("english", PorterStemFilter::new),
            entry("porter", PorterStemFilter::new),
            entry("porter2", in -> new SnowballFilter(in, "English")),
            entry("light_english", KStemFilter::new),
            entry("kstem", KStemFilter::new),
            entry("minimal_english", EnglishMinimalStemFilter::new),
            entry("possessive_english", EnglishPossessiveFilter::new),
            entry("lovins", in -> new SnowballFilter(in, "Lovins")));

    private static final Map<String, String> SNOWBALL =
            Map.of("russian", "Russian", "english", "English", "porter", "Porter", "lovins", "Lovins");

    private Stemmers() {}

    /** {@code language}, or {@code name}. */
    static TokenFilterFactory of(IndexSettings index, Environment environment, String name, Settings settings) {
        var language = settings.get("language", settings.get("name", "porter")).toLowerCase(Locale.ROOT);
        var stemmer = known(BY_LANGUAGE, language);
        return Filters.plain(name, stemmer);
    }

    /** {@code language}. */
    static TokenFilterFactory snowball(IndexSettings index, Environment environment, String name, Settings settings) {
        var language = known(SNOWBALL, settings.get("language", "English").toLowerCase(Locale.ROOT));
        return Filters.plain(name, tokens -> new SnowballFilter(tokens, language));
    }

    static TokenStream stem(String language, TokenStream tokens) {
        return BY_LANGUAGE.get(language).apply(tokens);
    }

    private static <T> T known(Map<String, T> those, String language) {
        var found = those.get(language);
        if (found == null) {
            throw new IllegalArgumentException("There is no stemmer for [" + language + "] here, only for "
                    + String.join(", ", new TreeSet<>(those.keySet())));
        }
        return found;
    }
}
