package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import marketplace.testing.BadBody;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.Gzip;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered, or refused with the name of what is wrong; nothing makes the service fail. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class HostileInputIT {
    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        client = ClientApi.on(
                engines,
                ProductIndexes.with(
                                engines.elasticsearchUrl(),
                                List.of(Goods.described(
                                        "markup", "<script>alert(1)</script> лампа", "<b>лампа</b> & абажур")))
                        .settings());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static Stream<String> oddWords() {
        return Stream.of(
                "' OR 1=1; DROP TABLE products; --",
                "{\"query\":{\"match_all\":{}}}",
                "\"}},{\"match_all\":{}}",
                "a:b AND (c OR d*)~2^3",
                "../../etc/passwd",
                "${jndi:ldap://127.0.0.1/a}",
                "<script>alert(1)</script>",
                "%s%n%x",
                "null",
                "🙂🎉👩‍👩‍👧‍👦",
                "שלום עולם",
                "مرحبا \u202eبالعالم",
                "中文键盘",
                "e\u0301\u0301\u0301\u0301\u0301",
                "𝕶𝖊𝖞𝖇𝖔𝖆𝖗𝖉",
                "a ".repeat(250),
                "я".repeat(500),
                "🙂".repeat(250),
                "ы ".repeat(250),
                "ламп ".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("oddWords")
    void odd_words_are_words(final String words) {
        assertThat(client.get(ClientApi.query("/product_info", "product_name", words))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(ClientApi.query("/suggest", "prefix", words.substring(0, Math.min(words.length(), 100))))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Stream<BadBody> bodies() {
        return BadBody.of("client_id", id -> "{\"kind\":\"view\",\"client_id\":\"" + id + "\",\"product_id\":\"3\"}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void events_that_are_wrong_are_a_problem(final BadBody bad) {
        final HttpResponse<String> answer = client.post("/events", "application/json", bad.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.body()).contains(bad.says());
        assertIsProblem(answer);
    }

    @Test
    void a_gzip_bomb_is_refused_before_it_has_gone_off() {
        final HttpResponse<String> answer = client.send(client.request("/events")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Gzip.bomb(200))));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "%20%09%0A", "a%00b", "a%1Bb", "a%7Fb", "%C2%85", "%FF%FE", "%D0", "%ED%A0%80"})
    void a_prefix_or_a_client_that_is_no_text_is_named(final String value) {
        assertNamed(client.get("/suggest?prefix=" + value), "prefix");
        assertNamed(client.get("/recommendations?client_id=" + value), "client_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "a%0Db", "a%09b"})
    void a_line_break_parts_words_and_is_in_no_name(final String value) {
        assertThat(client.get("/product_info?product_name=" + value).statusCode())
                .isEqualTo(200);
        assertThat(client.get("/suggest?prefix=" + value).statusCode()).isEqualTo(200);
        assertNamed(client.get("/product_info?product_name=a&brand=" + value), "brand");
        assertNamed(client.get("/recommendations?client_id=" + value), "client_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "../../etc/passwd", "' OR 1=1; --", "${jndi:ldap://127.0.0.1/a}", "🙂", "_all"})
    void any_other_text_may_be_a_client(final String name) {
        assertThat(client.get(ClientApi.query("/recommendations", "client_id", name))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | product_name",
                "product_name=                          | product_name",
                "product_name=%20%09%0A                 | product_name",
                "product_name=%E2%80%8B                 | product_name",
                "product_name=a%00b                     | product_name",
                "product_name=a%1Bb                     | product_name",
                "product_name=a%7Fb                     | product_name",
                "product_name=%FF%FE                    | product_name",
                "product_name=%D0                       | product_name",
                "product_name=a&client_id=a%00          | client_id",
                "product_name=a&price_min=abc           | price_min",
                "product_name=a&price_min=-1            | price_min",
                "product_name=a&price_min=1e400         | price_min",
                "product_name=a&price_min=NaN           | price_min",
                "product_name=a&price_max=1,5           | price_max",
                "product_name=a&price_max=0.00001       | price_max",
                "product_name=a&price_max=9999999999999999 | price_max",
                "product_name=a&price_min=2&price_max=1 | price_min",
                "product_name=a&in_stock=yes            | in_stock",
                "product_name=a&in_stock=1              | in_stock",
                "product_name=a&sort=name               | sort",
                "product_name=a&sort=RELEVANCE          | sort",
                "product_name=a&limit=0                 | limit",
                "product_name=a&limit=101               | limit",
                "product_name=a&limit=-5                | limit",
                "product_name=a&limit=ten               | limit",
                "product_name=a&limit=99999999999999    | limit",
                "product_name=a&cursor=                 | cursor",
                "product_name=a&cursor=nonsense         | cursor",
                "product_name=a&cursor=AAAAAAAAAAAAAAAA | cursor",
                "product_name=a&category=%00            | category",
                "product_name=a&brand=%08               | brand",
                "product_name=a&store_id=%C0%80         | store_id"
            })
    void what_is_wrong_is_named(final String query, final String field) {
        assertNamed(client.get("/product_info" + (query == null ? "" : "?" + query)), field);
    }

    @Test
    void words_without_end_are_refused() {
        assertNamed(client.get("/product_info?product_name=" + "a".repeat(501)), "product_name");
        assertNamed(client.get("/product_info?product_name=" + "a".repeat(10_000)), "product_name");
        assertNamed(client.get("/suggest?prefix=" + "a".repeat(10_000)), "prefix");
        assertNamed(client.get("/recommendations?client_id=" + "a".repeat(10_000)), "client_id");
    }

    @Test
    void an_address_that_is_not_read_to_its_end_is_the_last_on_its_connection_and_told_so() {
        final HttpResponse<String> answer = client.get("/product_info?product_name=" + "a".repeat(100_000));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }

    @Test
    void a_cursor_goes_with_its_own_search() {
        assertNamed(
                client.get(ClientApi.query("/product_info", "product_name", "лампа", "cursor", "A".repeat(5_000))),
                "cursor");
    }

    @Test
    void what_shops_wrote_cannot_become_markup() {
        assertThat(client.search("лампа").at("/highlights/markup/name/0").textValue())
                .contains("&lt;script&gt;", "<em>лампа</em>")
                .doesNotContain("<script>");
    }

    @Test
    void other_methods_and_addresses_are_refused() {
        assertThat(client.postJson("/product_info", "{}").statusCode()).isEqualTo(405);
        assertThat(client.get("/events").statusCode()).isEqualTo(405);
        assertThat(client.get("/recommended?client_id=c").statusCode()).isEqualTo(404);
    }

    private static void assertNamed(final HttpResponse<String> answer, final String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        assertIsProblem(answer);
    }

    private static void assertIsProblem(final HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .doesNotContain("Exception", "java.", "marketplace.")
                .hasSizeLessThan(5_000);
    }
}
