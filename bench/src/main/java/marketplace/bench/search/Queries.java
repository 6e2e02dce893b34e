package marketplace.bench.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marketplace.tool.load.Http;

/**
 * What people look for, asked of client-api and asked of Elasticsearch. The requests to Elasticsearch were recorded from
 * client-api; whether they are still what it sends shows in what they find.
 */
final class Queries {
    /** Typos, forms and both alphabets among them. */
    private static final List<String> WORDS = List.of(
            "клавиатура",
            "клавиатуры беспроводные",
            "наушнеки",
            "умные часы",
            "чайник тихий",
            "рюкзак спортивный",
            "кросовки",
            "куртка зимняя",
            "пылесосы",
            "кофеварка Восток",
            "палатка лёгкая",
            "велосипед детский",
            "сковородка",
            "одеяло мягкое",
            "монитор Nordwind",
            "стул складной",
            "лампа яркая",
            "гитара Luma",
            "телефон водостойкий",
            "утюг мощьный");

    private static final String PLACE = "${words}";

    private final String clientApi;
    private final String elasticsearch;
    private final Set<Integer> forgiving = new HashSet<>();
    private final String oneWord = template("one-word.json");
    private final String severalWords = template("several-words.json");
    private final String oneWordForgiving = template("one-word-forgiving.json");
    private final String severalWordsForgiving = template("several-words-forgiving.json");

    Queries(final String clientApi, final String elasticsearch) {
        this.clientApi = clientApi;
        this.elasticsearch = elasticsearch;
    }

    int count() {
        return WORDS.size();
    }

    String words(final int number) {
        return WORDS.get(number % WORDS.size());
    }

    /** As a client asks. */
    HttpRequest toClientApi(final int number) {
        return Http.get(
                clientApi + "/product_info?product_name=" + URLEncoder.encode(words(number), StandardCharsets.UTF_8));
    }

    /** From now on these words are asked for as client-api does first, as they were typed. */
    void takeAsTyped(final int number) {
        forgiving.remove(number % WORDS.size());
    }

    /** From now on they are asked for as it does where nothing has them so. */
    void forgive(final int number) {
        forgiving.add(number % WORDS.size());
    }

    /** As client-api asks, in the end. */
    HttpRequest toElasticsearch(final int number) {
        final String words = words(number);
        final String body = template(words.contains(" "), forgiving.contains(number % WORDS.size()))
                .replace(PLACE, new String(JsonStringEncoder.getInstance().quoteAsString(words)));
        return Http.post(
                elasticsearch + "/products/_search?typed_keys=true&allow_partial_search_results=false&preference=bench"
                        + number,
                Http.JSON,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private String template(final boolean hasSeveralWords, final boolean isForgiving) {
        if (isForgiving) {
            return hasSeveralWords ? severalWordsForgiving : oneWordForgiving;
        }
        return hasSeveralWords ? severalWords : oneWord;
    }

    private static String template(final String name) {
        try (InputStream stream = Queries.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
