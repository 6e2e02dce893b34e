package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import java.util.List;
import marketplace.client.search.Position;
import marketplace.client.search.ProductSearch;
import marketplace.client.search.QueryText;
import marketplace.client.search.Sort;

/** What Elasticsearch is asked for a page of products. */
final class PageRequest {
    private PageRequest() {}

    /** The request for a page, and for one product more: whether there is one says whether there is a next page. */
    static SearchRequest of(
            final String index, final ProductSearch search, final Words.Reading reading, final String queryId) {
        final Conditions conditions = new Conditions(search.filters());
        final SearchRequest.Builder request = new SearchRequest.Builder()
                .index(index)
                // Copies of an index score a little differently, so the pages of one search come from one of them.
                .preference(queryId)
                .allowPartialSearchResults(false)
                .trackTotalHits(track -> track.enabled(true))
                .size(search.limit() + 1)
                .query(Words.query(search.text(), reading))
                .sort(order(search.sort()))
                .highlight(highlight(search.text(), reading));
        conditions.all().ifPresent(request::postFilter);
        search.after()
                .ifPresentOrElse(
                        cursor -> request.searchAfter(after(cursor.position())),
                        () -> request.aggregations(FacetCounts.aggregations(conditions)));
        return request.build();
    }

    private static List<SortOptions> order(final Sort sort) {
        final SortOptions first =
                switch (sort) {
                    case RELEVANCE -> SortOptions.of(by -> by.score(score -> score.order(SortOrder.Desc)));
                    case PRICE_ASC -> by(Fields.PRICE, SortOrder.Asc);
                    case PRICE_DESC -> by(Fields.PRICE, SortOrder.Desc);
                    case NEWEST -> by(Fields.CREATED, SortOrder.Desc);
                };
        return List.of(first, by(Fields.PRODUCT_ID, SortOrder.Asc));
    }

    private static SortOptions by(final String field, final SortOrder order) {
        return SortOptions.of(by -> by.field(of -> of.field(field).order(order)));
    }

    private static List<FieldValue> after(final Position position) {
        return List.of(FieldValue.of(position.value()), FieldValue.of(position.productId()));
    }

    /**
     * Names whole, descriptions in pieces; what shops wrote is escaped, so that it can stand on a page as it is. The
     * highlighter is the one that looks once for the words with a typo, where others do for every product of the page.
     */
    private static Highlight highlight(final QueryText text, final Words.Reading reading) {
        return Highlight.of(highlight -> highlight
                .type(HighlighterType.FastVector)
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .highlightQuery(Words.inText(text, reading))
                .fields(Fields.NAME, field -> field.numberOfFragments(0).matchedFields(Fields.NAME, Fields.NAME_WORDS))
                .fields(Fields.DESCRIPTION, field -> field.numberOfFragments(2).fragmentSize(150)));
    }
}
