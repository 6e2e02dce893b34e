package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.MatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import marketplace.client.search.QueryText;

/** What Elasticsearch is asked while somebody types: names of products, and brands and categories that begin so. */
final class SuggestionRequest {
    static final String EVERY_PRODUCT = "every_product";
    static final String BRANDS = "brands";
    static final String CATEGORIES = "categories";
    static final String VALUES = "values";

    /** Of a brand or a category there are few that begin alike. */
    static final int MOST_VALUES = 3;

    /** A beginning of three letters is right as it is; with a typo it would be the beginning of anything. */
    private static final String TYPOS = "AUTO:4,8";

    private static final float AS_TYPED = 10;

    private SuggestionRequest() {}

    static SearchRequest of(final String index, final QueryText beginning, final int most) {
        return SearchRequest.of(request -> request.index(index)
                .allowPartialSearchResults(false)
                .trackTotalHits(track -> track.enabled(false))
                .size(most)
                .source(source -> source.filter(filter -> filter.includes(Fields.NAME)))
                .query(named(beginning))
                .collapse(collapse -> collapse.field(Fields.NAME_EXACT))
                .aggregations(EVERY_PRODUCT, every -> every.global(all -> all)
                        .aggregations(BRANDS, values(Fields.BRAND, Fields.BRAND_BEGINNINGS, beginning))
                        .aggregations(CATEGORIES, values(Fields.CATEGORY, Fields.CATEGORY_BEGINNINGS, beginning))));
    }

    private static Query named(final QueryText beginning) {
        return Query.of(query -> query.bool(named -> named.must(forgiving(Fields.NAME_BEGINNINGS, beginning))
                .should(begins(Fields.NAME_BEGINNINGS, beginning)
                        .boost(AS_TYPED)
                        .build()
                        ._toQuery())));
    }

    private static Aggregation values(final String field, final String beginnings, final QueryText beginning) {
        return Aggregation.of(values -> values.filter(forgiving(beginnings, beginning))
                .aggregations(VALUES, of -> of.terms(terms -> terms.field(field).size(MOST_VALUES))));
    }

    private static Query forgiving(final String field, final QueryText beginning) {
        final MatchQuery.Builder match = begins(field, beginning);
        return (beginning.hasFewWords() ? match.fuzziness(TYPOS).prefixLength(1) : match)
                .build()
                ._toQuery();
    }

    private static MatchQuery.Builder begins(final String field, final QueryText beginning) {
        return new MatchQuery.Builder().field(field).query(beginning.normal()).operator(Operator.And);
    }
}
