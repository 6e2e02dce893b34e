package marketplace.shop.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.service.upload.OneItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final String PRODUCT = """
            {"product_id":"3","name":"Клавиатура «Тайга»","price":{"amount":6790.5,"currency":"RUB"},
             "category":"Компьютеры","brand":"Тайга","stock":{"available":42,"reserved":3},"sku":"KB-104",
             "tags":["клавиатура"],"images":[{"url":"https://shop.example/kb.jpg"}],
             "specifications":{"вес":"980 г"},"store_id":"store-2"}""";

    private final ProductReader reader = new ProductReader(Clock.fixed(NOW, ZoneOffset.UTC), Optional.empty());

    @Test
    void every_sample_is_sound() throws JsonProcessingException {
        assertThat(new ObjectMapper().readTree(SampleCatalogue.JSON)).hasSize(5).allSatisfy(sample -> assertThat(
                        read(sample.toString()).errors())
                .isEmpty());
    }

    @Test
    void what_may_be_left_out_has_a_sensible_value() {
        final Product product = read(PRODUCT).item();
        assertThat(product.getPrice()).isEqualTo(new Price(new BigDecimal("6790.5000"), "RUB"));
        assertThat(product.getDescription()).isEmpty();
        assertThat(product.getCreatedAt()).isEqualTo(NOW);
        assertThat(product.getUpdatedAt()).isEqualTo(NOW);
        assertThat(product.getIndex()).isNull();
        assertThat(product.getImages().get(0).getAlt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,                     , 2026-01-01T00:00:00Z, 2026-03-10T10:00:00Z",
        "2026-03-11T09:00:00Z,                     , 2026-03-11T09:00:00Z, 2026-03-11T09:00:00Z",
        "                    , 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
    })
    void a_product_was_not_changed_before_it_was_created(
            final String created, final String updated, final Instant createdAt, final Instant updatedAt) {
        final OneItem<Product> read = read(
                PRODUCT.replace("\"sku\"", moment("created_at", created) + moment("updated_at", updated) + "\"sku\""));
        assertThat(read.errors()).isEmpty();
        assertThat(read.item().getCreatedAt()).isEqualTo(createdAt);
        assertThat(read.item().getUpdatedAt()).isEqualTo(updatedAt);
    }

    private static String moment(final String name, final String moment) {
        return moment == null ? "" : "\"" + name + "\":\"" + moment + "\",";
    }

    @Test
    void a_description_may_have_several_lines() {
        final String described = PRODUCT.replace("\"sku\"", "\"description\":\"Тихая.\\n\\tС подсветкой.\",\"sku\"");
        assertThat(read(described).errors()).isEmpty();
        assertThat(read(described).item().getDescription()).isEqualTo("Тихая.\n\tС подсветкой.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"product_id\":\"3\"           | \"product_id\":3                | product_id",
                "\"product_id\":\"3\"           | \"product_id\":\"a b\"          | product_id",
                "\"product_id\":\"3\"           | \"product_id\":\"a\\u0000\"     | product_id",
                "\"name\":\"Клавиатура «Тайга»\"| \"name\":\"\"                   | name",
                "\"name\":\"Клавиатура «Тайга»\"| \"name\":\"a\\nb\"                 | name",
                "\"brand\":\"Тайга\"            | \"brand\":\"a\\tb\"                | brand",
                "[\"клавиатура\"]               | [\"a\\nb\"]                      | tags[0]",
                "\"sku\":\"KB-104\"             | \"sku\":\"K\",\"created_at\":\"2026-03-02T00:00:00Z\",\"updated_at\":\"2026-03-01T00:00:00Z\" | updated_at",
                "6790.5                         | -1                              | price.amount",
                "6790.5                         | 0.00001                         | price.amount",
                "6790.5                         | \"a lot\"                       | price.amount",
                "RUB                            | RUR2                            | price.currency",
                "RUB                            | rub                             | price.currency",
                "42                             | -1                              | stock.available",
                "42                             | 1.5                             | stock.available",
                "https://shop.example/kb.jpg    | javascript:alert(1)             | images[0].url",
                "https://shop.example/kb.jpg    | https://                        | images[0].url",
                "[\"клавиатура\"]               | \"клавиатура\"                  | tags",
                "\"980 г\"                      | 980                             | specifications.вес",
                "\"sku\":\"KB-104\"             | \"sku\":\"KB-104\",\"colour\":1 | colour",
                "\"sku\":\"KB-104\"             | \"sku\":\"K\",\"created_at\":\"yesterday\"            | created_at",
                "\"sku\":\"KB-104\"             | \"sku\":\"K\",\"updated_at\":\"2030-01-01T00:00:00Z\" | updated_at",
                "\"sku\":\"KB-104\"             | \"sku\":\"K\",\"created_at\":\"1970-01-01T00:00:00Z\" | created_at",
            })
    void what_is_wrong_is_named(final String sound, final String wrong, final String field) {
        assertThat(PRODUCT).contains(sound);
        assertThat(read(PRODUCT.replace(sound, wrong)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo(field));
    }

    @Test
    void a_shop_writes_its_own_store_only() {
        final ProductReader ofAnother = new ProductReader(Clock.systemUTC(), Optional.of("store-1"));
        assertThat(OneItem.from(PRODUCT.getBytes(StandardCharsets.UTF_8), ofAnother)
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("store_id"));
    }

    private OneItem<Product> read(final String json) {
        return OneItem.from(json.getBytes(StandardCharsets.UTF_8), reader);
    }
}
