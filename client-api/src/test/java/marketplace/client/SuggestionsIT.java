package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import marketplace.events.Product;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered while somebody types. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class SuggestionsIT {
    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        final List<Product> products = new ArrayList<>(List.of(
                Goods.product("1", "Клавиатура механическая")
                        .setBrand("Тайга")
                        .setCategory("Клавиатуры")
                        .build(),
                Goods.product("2", "Клавиатура механическая").setBrand("Тайга").build(),
                Goods.product("3", "КЛАВИАТУРА механическая").setBrand("Тайга").build(),
                Goods.product("4", "Ёлка зелёная").setBrand("Лесная сказка").build(),
                Goods.product("5", "Wireless keyboard").setBrand("Keytron").build()));
        IntStream.range(0, 30)
                .mapToObj(number -> Goods.named("lamp-" + number, "Лампа номер " + number))
                .forEach(products::add);
        client = ClientApi.on(
                engines,
                ProductIndexes.with(engines.elasticsearchUrl(), products).settings());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "к, Клавиатуры",
        "клав, Клавиатура механическая",
        "КЛАВ, Клавиатура механическая",
        "мех, Клавиатура механическая",
        "клав мех, Клавиатура механическая",
        "клаве, Клавиатура механическая",
        "клваиа, Клавиатура механическая",
        "елк, Ёлка зелёная",
        "зелё, Ёлка зелёная",
        "wirel, Wireless keyboard",
        "тай, Тайга",
        "лесн ска, Лесная сказка"
    })
    void what_begins_so_is_offered(final String prefix, final String expected) {
        assertThat(texts(prefix)).contains(expected);
    }

    @Test
    void what_reads_alike_is_offered_once() {
        assertThat(texts("клавиатура")).containsExactlyInAnyOrder("Клавиатуры", "Клавиатура механическая");
    }

    @Test
    void ten_are_enough() {
        assertThat(texts("лам")).hasSize(10);
    }

    @Test
    void what_a_suggestion_is_the_name_of_is_said() {
        final JsonNode answer = suggestions("key");

        assertThat(answer.toString())
                .isEqualTo("{\"suggestions\":[{\"text\":\"Keytron\",\"kind\":\"brand\"},"
                        + "{\"text\":\"Wireless keyboard\",\"kind\":\"product\"}]}");
    }

    @Test
    void nothing_begins_with_nonsense() {
        assertThat(texts("щщщщ")).isEmpty();
        assertThat(texts("*")).isEmpty();
    }

    @Test
    void a_prefix_must_be_there() {
        assertThat(client.get("/suggest").statusCode()).isEqualTo(422);
        assertThat(client.get("/suggest?prefix=%20").body()).contains("\"field\":\"prefix\"");
        assertThat(client.get("/suggest?prefix=" + "a".repeat(101)).statusCode())
                .isEqualTo(422);
    }

    private static JsonNode suggestions(final String prefix) {
        return ClientApi.json(client.get(ClientApi.query("/suggest", "prefix", prefix)));
    }

    private static List<String> texts(final String prefix) {
        return StreamSupport.stream(suggestions(prefix).get("suggestions").spliterator(), false)
                .map(one -> one.get("text").textValue())
                .toList();
    }
}
