package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import marketplace.events.Product;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words find which products, and in which order. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class WordsIT {
    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        client = ClientApi.on(
                engines,
                ProductIndexes.with(engines.elasticsearchUrl(), products()).settings());
    }

    private static List<Product> products() {
        final List<Product> products = new ArrayList<>(List.of(
                Goods.described("keyboard", "Клавиатура механическая Тайга", "Тихие переключатели, подсветка."),
                Goods.described("mouse", "Мышь беспроводная", "Хорошо идёт к любой клавиатуре и к любому столу."),
                Goods.named("soap", "Мыло детское"),
                Goods.named("tree", "Ёлка зелёная искусственная"),
                Goods.named("english", "Wireless Keyboard for Mac"),
                Goods.named("mixed", "Чехол для iPhone 15 Pro"),
                Goods.named("cafe", "Café crème кофе в зёрнах"),
                Goods.named("she", "Она"),
                Goods.named("lamp-table", "Лампа настольная"),
                Goods.named("lamp-for-table", "Лампа и подставка настольная, набор"),
                Goods.product("branded", "Колонка портативная")
                        .setBrand("Громкофф")
                        .build(),
                Goods.named("crown", "Коронка керамическая"),
                Goods.product("shelved", "Набор для ванной")
                        .setCategory("Полотенца")
                        .build(),
                Goods.product("tagged", "Сувенир")
                        .setTags(List.of("открытка", "подарок"))
                        .build(),
                Goods.product("numbered", "Деталь").setSku("ZX-90210/B").build(),
                Goods.described("lines", "Тетрадь", "первая строка\nвторая строка, бумага в клетку")));
        for (int i = 0; i < 30; i++) {
            products.add(Goods.named("filler-" + i, "Предмет номер " + i));
        }
        return products;
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "клавиатура, keyboard",
        "клавиатуры, keyboard",
        "КЛАВИАТУРАМИ, keyboard",
        "механические клавиатуры, keyboard",
        "keyboards, english",
        "wireless KEYBOARD, english",
        "елка, tree",
        "ёлки, tree",
        "зеленые елки, tree",
        "Е\u0308лка, tree",
        "чехлы для iphone, mixed",
        "iPhone чехол, mixed",
        "cafe creme, cafe",
        "она, she",
        "громкофф, branded",
        "колонки громкофф, branded",
        "громк, branded",
        "полотенце, shelved",
        "открытки, tagged",
        "ZX-90210/B, numbered",
        "zx-90210/b, numbered",
        "zx-902, numbered"
    })
    void words_find_a_product_in_every_form(final String words, final String id) {
        assertThat(client.find(words)).first().isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "клавеатура, keyboard",
        "клавиатра, keyboard",
        "клваиатура, keyboard",
        "клавеатурами, keyboard",
        "механичиская клавиотура, keyboard",
        "keybord, english",
        "wirelss keyboards, english",
        "полотнце, shelved"
    })
    void typos_are_forgiven(final String words, final String id) {
        assertThat(client.find(words)).first().isEqualTo(id);
    }

    @Test
    void typos_are_forgiven_only_where_nothing_has_the_words_as_they_were_typed() {
        assertThat(client.find("колонка")).containsExactly("branded");
        assertThat(client.find("коронка")).containsExactly("crown");
        assertThat(client.find("котонка")).containsExactlyInAnyOrder("branded", "crown");
    }

    @Test
    void a_typo_in_a_short_word_is_not_another_word() {
        assertThat(client.find("мышь")).containsExactly("mouse");
        assertThat(client.find("мыло")).containsExactly("soap");
    }

    @Test
    void who_is_named_so_comes_before_who_is_only_described_so() {
        assertThat(client.find("клавиатура")).containsExactly("keyboard", "mouse");
    }

    @Test
    void words_that_stand_together_count_more() {
        assertThat(client.find("лампа настольная")).startsWith("lamp-table", "lamp-for-table");
    }

    @Test
    void of_two_words_one_is_not_enough() {
        assertThat(client.find("клавиатура детская")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"самовар", "!!!", "🙂", "* OR *", "name:клавиатура", "\"", "\\", "/.*/", "{\"match_all\":{}}"})
    void what_nobody_sells_is_not_found(final String words) {
        final JsonNode page = client.search(words);

        assertThat(page.get("total").longValue()).isZero();
        assertThat(page.get("products")).isEmpty();
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void where_the_words_stand_is_said() {
        final JsonNode highlights = client.search("клавиатуры").get("highlights");

        assertThat(highlights.at("/keyboard/name/0").textValue()).isEqualTo("<em>Клавиатура</em> механическая Тайга");
        assertThat(highlights.at("/mouse/description/0").textValue()).contains("<em>клавиатуре</em>");
    }

    @Test
    void where_a_word_stands_that_was_typed_wrongly_is_said() {
        final JsonNode highlights = client.search("клавеатура").get("highlights");

        assertThat(highlights.at("/keyboard/name/0").textValue()).isEqualTo("<em>Клавиатура</em> механическая Тайга");
    }

    @Test
    void the_product_is_answered_as_it_was_published() {
        final JsonNode product = client.search("тетрадь").at("/products/0");

        assertThat(product.at("/product_id").textValue()).isEqualTo("lines");
        assertThat(product.at("/description").textValue()).isEqualTo("первая строка\nвторая строка, бумага в клетку");
        assertThat(product.at("/price/amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(product.at("/created_at").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(product.at("/tags").isArray()).isTrue();
    }
}
