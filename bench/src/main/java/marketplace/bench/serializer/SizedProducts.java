package marketplace.bench.serializer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketplace.events.Image;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;

/** Products of three sizes, each ten times the one before. */
final class SizedProducts {
    private static final int SENTENCES_IN_SMALL = 1;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SizedProducts() {}

    static Product of(final Size size) {
        final int times = size.times();
        final Map<String, String> specifications = new LinkedHashMap<>();
        for (int i = 0; i < 2 * times; i++) {
            specifications.put("spec_" + i, (50 + i) + " mm");
        }
        return Product.newBuilder()
                .setProductId("12345")
                .setName("Умные часы XYZ")
                .setDescription("A watch that counts steps, часы. ".repeat(SENTENCES_IN_SMALL * (2 * times - 1)))
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("electronics")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-12345")
                .setTags(List.of("watch", "gadget"))
                .setImages(List.of(new Image("https://example.com/images/product1.jpg", "front")))
                .setSpecifications(specifications)
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON)
                .setIndex("products")
                .setStoreId("store_001")
                .build();
    }
}
