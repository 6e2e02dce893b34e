package marketplace.streams.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;
import marketplace.events.Stock;

/** Records to test with. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    public static Product product(final String id, final String name) {
        return Product.newBuilder()
                .setProductId(id)
                .setName(name)
                .setDescription("Механическая")
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-" + id)
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON)
                .setStoreId("store_001")
                .build();
    }

    /** The same id, put on the shelf by somebody else. */
    public static Product productOf(final String store, final String id, final String name) {
        return Product.newBuilder(product(id, name)).setStoreId(store).build();
    }

    public static ProductBan ban(final String id, final String reason) {
        return new ProductBan(id, reason, NOON);
    }

    public static SearchEvent search(final String queryId, final String text, final long hits, final Instant at) {
        return SearchEvent.newBuilder()
                .setQueryId(queryId)
                .setText(text)
                .setFilters(SearchFilters.newBuilder().build())
                .setHits(hits)
                .setShown(List.of())
                .setTookMs(1)
                .setAt(at)
                .build();
    }
}
