package marketplace.hadoop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.Image;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;

/** Records as other services write them. */
final class Events {
    private Events() {}

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static Product product(final String id) {
        return Product.newBuilder()
                .setProductId(id)
                .setName("Клавиатура")
                .setDescription("Как новая")
                .setPrice(new Price(new BigDecimal("4999.9900"), "RUB"))
                .setCategory("Электроника")
                .setBrand("XYZ")
                .setStock(new Stock(150L, 20L))
                .setSku("XYZ-1")
                .setTags(List.of("тест", "клавиши"))
                .setImages(List.of(new Image("https://shop/1.jpg", "спереди")))
                .setSpecifications(Map.of("вес", "1 кг"))
                .setCreatedAt(now())
                .setUpdatedAt(now())
                .setStoreId("store_001")
                .build();
    }

    static ClientEvent view(final String id) {
        return view(id, now());
    }

    static ClientEvent view(final String id, final Instant at) {
        return ClientEvent.newBuilder()
                .setEventId(id)
                .setKind(ClientEventKind.VIEW)
                .setClientId("client")
                .setProductId("1")
                .setAt(at)
                .build();
    }
}
