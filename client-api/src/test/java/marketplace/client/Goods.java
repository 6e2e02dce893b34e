package marketplace.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;

/** Products for tests. */
final class Goods {
    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private Goods() {}

    static Product named(final String id, final String name) {
        return product(id, name).build();
    }

    static Product described(final String id, final String name, final String description) {
        return product(id, name).setDescription(description).build();
    }

    /** One to be changed in what a test is about. */
    static Product.Builder product(final String id, final String name) {
        return Product.newBuilder()
                .setProductId(id)
                .setName(name)
                .setDescription("")
                .setPrice(price("100"))
                .setCategory("Разное")
                .setBrand("Заря")
                .setStock(new Stock(1L, 0L))
                .setSku("SKU-" + id)
                .setTags(List.of())
                .setImages(List.of())
                .setSpecifications(Map.of())
                .setCreatedAt(CREATED)
                .setUpdatedAt(CREATED)
                .setStoreId("store-1");
    }

    static Price price(final String amount) {
        return new Price(new BigDecimal(amount).setScale(4), "RUB");
    }
}
