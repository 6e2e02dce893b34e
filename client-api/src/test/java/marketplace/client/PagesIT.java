package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import marketplace.events.Product;
import marketplace.events.Stock;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search is narrowed to, in which order it comes, page by page, and how it divides. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class PagesIT {
    private static final int COUNT = 60;

    private static ClientApi client;
    private static ProductIndexes index;

    @BeforeAll
    static void start(final RunningEngines engines) {
        index = ProductIndexes.with(
                engines.elasticsearchUrl(),
                IntStream.range(0, COUNT).mapToObj(PagesIT::lamp).toList());
        client = ClientApi.on(engines, index.settings());
    }

    /** Three shelves, two brands, four prices, some of them out of stock; all named alike. */
    private static Product lamp(final int number) {
        return Goods.product("lamp-%02d".formatted(number), "Лампа")
                .setCategory(List.of("Дом", "Сад", "Гараж").get(number % 3))
                .setBrand(number % 2 == 0 ? "Заря" : "Ёлочка")
                .setPrice(
                        Goods.price(List.of("500", "1000", "7500.50", "150000").get(number % 4)))
                .setStock(new Stock(number % 5 == 0 ? 0L : 3L, 0L))
                .setStoreId("store-" + number % 2)
                .setCreatedAt(Goods.CREATED.plusSeconds(number))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "price_asc", "price_desc", "newest"})
    void pages_together_are_everything_once(final String sort) {
        assertThat(allPages(sort)).hasSize(COUNT).doesNotHaveDuplicates();
    }

    @Test
    void equals_come_by_their_ids() {
        assertThat(allPages("relevance")).isSorted();
    }

    @Test
    void prices_go_up_or_down_and_the_newest_comes_first() {
        assertThat(prices("price_asc")).isSorted();
        assertThat(prices("price_desc")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(client.find("лампа", "sort", "newest", "limit", "2")).containsExactly("lamp-59", "lamp-58");
    }

    @Test
    void the_next_page_belongs_to_the_search_and_has_no_facets() {
        final JsonNode first = client.search("лампа", "limit", "50");
        final JsonNode second = client.search(
                "лампа", "limit", "50", "cursor", first.get("next").textValue());

        assertThat(second.get("query_id")).isEqualTo(first.get("query_id"));
        assertThat(second.get("total").longValue()).isEqualTo(COUNT);
        assertThat(second.get("products")).hasSize(10);
        assertThat(second.has("facets")).isFalse();
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_though_products_come_in_between() {
        final JsonNode first = client.search("лампа", "sort", "price_asc", "limit", "10");
        index.put(List.of(
                Goods.product("lamp-cheap", "Лампа").setPrice(Goods.price("1")).build()));
        try {
            final List<String> all = new ArrayList<>(ClientApi.ids(first));
            all.addAll(follow("price_asc", first));
            assertThat(all).hasSize(COUNT).doesNotHaveDuplicates().doesNotContain("lamp-cheap");
        } finally {
            index.remove("lamp-cheap");
        }
    }

    @Test
    void filters_narrow_what_is_found() {
        assertThat(total("category", "дом")).isEqualTo(20);
        assertThat(total("brand", "елочка")).isEqualTo(30);
        assertThat(total("store_id", "store-1")).isEqualTo(30);
        assertThat(total("in_stock", "true")).isEqualTo(48);
        assertThat(total("in_stock", "false")).isEqualTo(12);
        assertThat(total("price_min", "1000")).isEqualTo(45);
        assertThat(total("price_max", "1000")).isEqualTo(30);
        assertThat(total("price_min", "7500.5", "price_max", "7500.50")).isEqualTo(15);
        assertThat(total("category", "Дом", "brand", "Заря", "in_stock", "true", "price_max", "600"))
                .isEqualTo(4);
        assertThat(total("brand", "Нет такой")).isZero();
        assertThat(total("brand", "")).isEqualTo(COUNT);
    }

    @Test
    void facets_say_how_what_was_found_divides() {
        final JsonNode facets = client.search("лампа").get("facets");

        assertThat(count(facets.get("category"), "Дом")).isEqualTo(20);
        assertThat(count(facets.get("brand"), "Ёлочка")).isEqualTo(30);
        assertThat(count(facets.get("store"), "store-0")).isEqualTo(30);
        assertThat(count(facets.get("in_stock"), "true")).isEqualTo(48);
        assertThat(count(facets.get("in_stock"), "false")).isEqualTo(12);
        assertThat(facets.get("price").toString())
                .isEqualTo("[{\"to\":1000,\"count\":15},{\"from\":1000,\"to\":5000,\"count\":15},"
                        + "{\"from\":5000,\"to\":20000,\"count\":15},{\"from\":20000,\"to\":100000,\"count\":0},"
                        + "{\"from\":100000,\"count\":15}]");
    }

    @Test
    void a_facet_counts_what_the_other_filters_leave() {
        final JsonNode page = client.search("лампа", "brand", "Заря", "category", "Дом");

        assertThat(page.get("total").longValue()).isEqualTo(10);
        assertThat(count(page.at("/facets/brand"), "Ёлочка")).isEqualTo(10);
        assertThat(count(page.at("/facets/category"), "Сад")).isEqualTo(10);
        assertThat(count(page.at("/facets/store"), "store-1")).isZero();
    }

    @Test
    void what_shops_write_in_several_ways_is_one_facet_named_as_most_write_it() {
        final List<String> brands = List.of("Лучёк", "ЛУЧЁК", "лучек ", "Лучёк", "Другой");
        index.put(IntStream.range(0, brands.size())
                .mapToObj(i -> Goods.product("torch-" + i, "Факел")
                        .setBrand(brands.get(i))
                        .setCategory("Сад и дача")
                        .build())
                .toList());

        final JsonNode facets = client.search("факел").get("facets");

        assertThat(facets.get("brand").toString())
                .isEqualTo("[{\"value\":\"Лучёк\",\"count\":4},{\"value\":\"Другой\",\"count\":1}]");
        assertThat(client.search("факел", "brand", "Лучёк").get("total").longValue())
                .isEqualTo(4);
        assertThat(count(facets.get("category"), "Сад и дача")).isEqualTo(5);
    }

    private static List<Double> prices(final String sort) {
        return StreamSupport.stream(
                        client.search("лампа", "sort", sort, "limit", "100")
                                .get("products")
                                .spliterator(),
                        false)
                .map(product -> product.at("/price/amount").doubleValue())
                .toList();
    }

    private static long count(final JsonNode facet, final String value) {
        for (final JsonNode one : facet) {
            if (one.get("value").asText().equals(value)) {
                return one.get("count").longValue();
            }
        }
        return 0;
    }

    private static long total(final String... filters) {
        return client.search("лампа", filters).get("total").longValue();
    }

    private static List<String> allPages(final String sort) {
        final JsonNode first = client.search("лампа", "sort", sort, "limit", "7");
        final List<String> all = new ArrayList<>(ClientApi.ids(first));
        all.addAll(follow(sort, first));
        return all;
    }

    private static List<String> follow(final String sort, final JsonNode first) {
        final List<String> ids = new ArrayList<>();
        JsonNode page = first;
        while (page.has("next")) {
            page = client.search(
                    "лампа",
                    "sort",
                    sort,
                    "limit",
                    "7",
                    "cursor",
                    page.get("next").textValue());
            ids.addAll(ClientApi.ids(page));
        }
        return ids;
    }
}
