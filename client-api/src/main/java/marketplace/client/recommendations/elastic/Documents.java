package marketplace.client.recommendations.elastic;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import marketplace.client.recommendations.Recommendations;
import marketplace.client.recommendations.ShownProduct;

/** Reads documents as search-indexer writes them. */
final class Documents {
    private Documents() {}

    static Recommendations recommendations(final Map<String, Object> document) {
        final List<?> items = (List<?>) document.getOrDefault("items", List.of());
        return new Recommendations(
                (String) document.get("run_id"),
                Instant.parse((String) document.get("computed_at")),
                items.stream().map(item -> item((Map<?, ?>) item)).toList());
    }

    private static Recommendations.Item item(final Map<?, ?> item) {
        return new Recommendations.Item(
                (String) item.get("product_id"),
                // A score that is no number is left out of a document.
                item.get("score") instanceof final Number score ? score.doubleValue() : 0,
                (String) item.get("reason"));
    }

    static ShownProduct product(final Map<String, Object> document) {
        final Map<?, ?> price = (Map<?, ?>) document.get("price");
        return new ShownProduct(
                (String) document.get("name"),
                (String) document.get("brand"),
                new BigDecimal(price.get("amount").toString()),
                (String) price.get("currency"));
    }
}
