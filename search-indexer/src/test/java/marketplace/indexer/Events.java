package marketplace.indexer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;
import marketplace.events.SearchTrend;
import marketplace.events.Stock;

/** Records as other services write them. */
final class Events {
    /** No index takes this date. */
    static final Instant REFUSED = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Events() {}

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static Product product(final String id, final String name) {
        return product(id, name, "XYZ-1");
    }

    static Product product(final String id, final String name, final String sku) {
        return builder(id, name).setSku(sku).build();
    }

    static Product product(final String id, final String name, final Instant updated) {
        return builder(id, name).setUpdatedAt(updated).build();
    }

    private static Product.Builder builder(final String id, final String name) {
        return Product.newBuilder()
                .setProductId(id)
                .setName(name)
                .setDescription("Как новая")
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-1")
                .setTags(List.of("тест"))
                .setCreatedAt(now())
                .setUpdatedAt(now())
                .setStoreId("store_001");
    }

    static SearchEvent search(final String id, final String text, final Instant at) {
        return SearchEvent.newBuilder()
                .setQueryId(id)
                .setText(text)
                .setFilters(SearchFilters.newBuilder()
                        .setPriceMin(new BigDecimal("10.0000"))
                        .build())
                .setHits(1)
                .setShown(List.of("1"))
                .setTookMs(3)
                .setAt(at)
                .build();
    }

    static ClientEvent view(final String id, final String client) {
        return ClientEvent.newBuilder()
                .setEventId(id)
                .setKind(ClientEventKind.VIEW)
                .setClientId(client)
                .setProductId("1")
                .setAt(now())
                .build();
    }

    static SearchTrend trend(final String query, final Instant window, final long searches) {
        return new SearchTrend(query, window, window.plusSeconds(60), searches, 0L);
    }

    static Recommendations recommendations(final String client, final String product) {
        return new Recommendations(
                client, "run", now(), List.of(new RecommendedProduct(product, 1, 0.5, "seen together")));
    }
}
