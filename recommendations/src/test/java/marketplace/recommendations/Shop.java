package marketplace.recommendations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;
import marketplace.events.Stock;

/**
 * A small marketplace: lamps and teas, of a few brands each. Clients look at lamps or at teas. Nobody has met the newest
 * lamp.
 */
final class Shop {
    static final String BANNED = "lamp-0";
    static final String BOUGHT = "lamp-1";
    static final String UNSEEN = "lamp-new";
    static final String BUYER = "lamp-lover-0";
    static final String SEARCHER = "searcher";

    private static final int KINDS = 12;
    private static final int LOVERS = 30;
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private Shop() {}

    static List<Product> products() {
        final List<Product> all = new ArrayList<>();
        for (int i = 0; i < KINDS; i++) {
            all.add(product("lamp-" + i, "Лампа настольная " + i, "Свет", i));
            all.add(product("tea-" + i, "Чай зелёный " + i, "Чай", i));
        }
        all.add(product(UNSEEN, "Лампа настольная новая", "Свет", KINDS));
        return all;
    }

    private static Product product(final String id, final String name, final String category, final int number) {
        return Product.newBuilder()
                .setProductId(id)
                .setName(name)
                .setDescription("")
                .setPrice(new Price(new BigDecimal("100.0000"), "RUB"))
                .setCategory(category)
                .setBrand(category + " " + number % 3)
                .setStock(new Stock(1L, 0L))
                .setSku("SKU-" + id)
                .setTags(List.of())
                .setImages(List.of())
                .setSpecifications(Map.of())
                .setCreatedAt(NOW)
                .setUpdatedAt(NOW)
                .setStoreId("store-1")
                .build();
    }

    /** Each looks at half of the lamps, or of the teas; one has bought a lamp. */
    static List<ClientEvent> events() {
        final List<ClientEvent> all = new ArrayList<>();
        for (int lover = 0; lover < LOVERS; lover++) {
            for (int i = 0; i < KINDS / 2; i++) {
                final int kind = (lover + i * (1 + lover % 3)) % KINDS;
                all.add(event(ClientEventKind.VIEW, "lamp-lover-" + lover, "lamp-" + kind));
                all.add(event(ClientEventKind.VIEW, "tea-lover-" + lover, "tea-" + kind));
            }
        }
        all.add(event(ClientEventKind.PURCHASE, BUYER, BOUGHT));
        // Sent again, it is the same event.
        all.add(all.get(0));
        return all;
    }

    private static ClientEvent event(final ClientEventKind kind, final String client, final String product) {
        return new ClientEvent(UUID.randomUUID().toString(), kind, client, product, null, NOW);
    }

    /** Somebody has searched for tea, and looked at nothing. */
    static List<SearchEvent> searches() {
        return List.of(new SearchEvent(
                "query-1",
                SEARCHER,
                "зелёный чай",
                new SearchFilters(null, null, null, null, null, null),
                12L,
                List.of("tea-1", "tea-2", "tea-3"),
                5L,
                NOW));
    }
}
