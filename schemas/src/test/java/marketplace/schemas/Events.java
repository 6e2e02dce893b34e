package marketplace.schemas;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import marketplace.events.Image;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;
import marketplace.events.Stock;

/** Records to test with. */
public final class Events {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Events() {}

    /** A product with something in every field, and letters that take one, two, three and four bytes. */
    public static Product product() {
        return Product.newBuilder()
                .setProductId("12345")
                .setName("Умные часы XYZ")
                .setDescription("Умные часы с функцией мониторинга здоровья, 24 € cheaper ⌚ 🎁")
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-12345")
                .setTags(List.of("умные часы", "гаджеты"))
                .setImages(List.of(new Image("https://example.com/images/product1.jpg", "вид спереди")))
                .setSpecifications(Map.of("weight", "50g", "water_resistance", "IP68"))
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON.plusSeconds(60))
                .setIndex("products")
                .setStoreId("store_001")
                .build();
    }

    /** A search with one price limit, and the other absent. */
    public static SearchEvent search() {
        return SearchEvent.newBuilder()
                .setQueryId("q-1")
                .setClientId(null)
                .setText("клавиатура")
                .setFilters(SearchFilters.newBuilder()
                        .setPriceMin(new BigDecimal("-0.0001"))
                        .setInStock(true)
                        .build())
                .setHits(2)
                .setShown(List.of("1", "5"))
                .setTookMs(7)
                .setAt(NOON)
                .build();
    }
}
