package marketplace.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketplace.events.Product;

/** An index of products, of one test class alone. */
final class ProductIndexes {
    private final String elasticsearch;
    private final ContractIndex index;

    ProductIndexes(final String elasticsearch) {
        this.elasticsearch = elasticsearch;
        this.index = new ContractIndex(elasticsearch, "products");
    }

    /** Makes it, with these products. */
    static ProductIndexes with(final String elasticsearch, final List<Product> products) {
        final ProductIndexes made = new ProductIndexes(elasticsearch);
        made.create();
        made.put(products);
        return made;
    }

    /** What a service has to be told, to search there; with the patience that a busy machine needs. */
    Map<String, Object> settings() {
        return Map.of(
                "elasticsearch.http-hosts", elasticsearch, "search.index", index.name(), "search.patience", "20s");
    }

    void create() {
        index.create();
    }

    void remove(final String id) {
        index.remove(id);
    }

    void put(final List<Product> products) {
        final Map<String, Product> byId = new LinkedHashMap<>();
        products.forEach(product -> byId.put(product.getProductId(), product));
        index.put(byId);
    }
}
