package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketplace.client.search.Facets;
import marketplace.client.search.Findings;
import marketplace.client.search.FoundProduct;
import marketplace.client.search.Position;
import marketplace.client.search.ProductSearch;

/** Reads what Elasticsearch answered to a {@link PageRequest}. */
final class PageAnswer {
    private PageAnswer() {}

    static Findings read(final SearchResponse<Map<String, Object>> answer, final ProductSearch search) {
        final List<Hit<Map<String, Object>>> hits = answer.hits().hits();
        final List<FoundProduct> page =
                hits.stream().limit(search.limit()).map(PageAnswer::product).toList();
        final Optional<Facets> facets =
                search.after().isPresent() ? Optional.empty() : Optional.of(FacetCounts.read(answer.aggregations()));
        return new Findings(answer.hits().total().value(), page, hits.size() <= search.limit(), facets);
    }

    private static FoundProduct product(final Hit<Map<String, Object>> hit) {
        return new FoundProduct(hit.id(), hit.source(), hit.highlight(), position(hit.sort()));
    }

    private static Position position(final List<FieldValue> sort) {
        final FieldValue value = sort.get(0);
        return new Position(
                value.isLong() ? value.longValue() : value.doubleValue(),
                sort.get(1).stringValue());
    }
}
