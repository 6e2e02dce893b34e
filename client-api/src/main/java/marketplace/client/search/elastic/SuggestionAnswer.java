package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import marketplace.client.search.Suggestion;

/** Reads what Elasticsearch answered to a {@link SuggestionRequest}. */
final class SuggestionAnswer {
    private SuggestionAnswer() {}

    /** Brands and categories, which are few, and then names; what reads alike is there once. */
    static List<Suggestion> read(final SearchResponse<Map<String, Object>> answer, final int most) {
        final Map<String, Aggregate> every = answer.aggregations()
                .get(SuggestionRequest.EVERY_PRODUCT)
                .global()
                .aggregations();
        final Map<String, Suggestion> once = new LinkedHashMap<>();
        Stream.of(
                        values(every, SuggestionRequest.BRANDS, Suggestion.Kind.BRAND),
                        values(every, SuggestionRequest.CATEGORIES, Suggestion.Kind.CATEGORY),
                        names(answer))
                .flatMap(some -> some)
                .forEach(suggestion -> once.putIfAbsent(suggestion.text().toLowerCase(Locale.ROOT), suggestion));
        return once.values().stream().limit(most).toList();
    }

    private static Stream<Suggestion> values(
            final Map<String, Aggregate> every, final String name, final Suggestion.Kind kind) {
        return every.get(name).filter().aggregations().get(SuggestionRequest.VALUES).sterms().buckets().array().stream()
                .map(bucket -> new Suggestion(bucket.key().stringValue(), kind));
    }

    private static Stream<Suggestion> names(final SearchResponse<Map<String, Object>> answer) {
        return answer.hits().hits().stream()
                .map(hit -> new Suggestion(hit.source().get(Fields.NAME).toString(), Suggestion.Kind.PRODUCT));
    }
}
