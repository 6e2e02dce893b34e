package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import marketplace.testing.BadBody;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.Gzip;
import marketplace.testing.RunningEngines;
import marketplace.testing.SlowClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer names what is wrong, nothing of the inside shows, and the service goes on. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class HostileInputIT {
    private static final int MOST_CONNECTIONS = 300;
    private static final String PRODUCT = """
            {"product_id":"h-1","name":"Лампа","price":{"amount":12.50,"currency":"RUB"},"category":"Дом",\
            "brand":"Рассвет","stock":{"available":1,"reserved":0},"sku":"L","store_id":"s"}""";

    private static ShopApi shop;

    @BeforeAll
    static void start(final RunningEngines engines) {
        shop = ShopApi.on(engines, Map.of("connections.most", MOST_CONNECTIONS));
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @AfterEach
    void the_service_goes_on() {
        assertThat(shop.post("/products").body()).contains("\"accepted\":5");
    }

    static Stream<Arguments> bodies() {
        return Stream.concat(
                BadBody.of("name", name -> PRODUCT.replace("Лампа", name)).map(body -> Arguments.of("/products", body)),
                BadBody.of("product_id", id -> "{\"product_id\":\"" + id + "\",\"reason\":\"fake\"}")
                        .map(body -> Arguments.of("/ban_products", body)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void a_body_that_is_wrong_is_a_problem(final String path, final BadBody bad) {
        final HttpResponse<String> answer = shop.post(path, "application/json", bad.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.body()).contains(bad.says());
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "100e2147483647", "1e-2147483647", "9e99"})
    void a_price_beyond_reason_is_named(final String amount) {
        final HttpResponse<String> answer =
                shop.post("/products", "application/json", BodyPublishers.ofString(PRODUCT.replace("12.50", amount)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(BadBody.fault("price.amount", "must have at most "));
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products", "/ban_products"})
    void a_gzip_bomb_is_refused_before_it_has_gone_off(final String path) {
        final HttpResponse<String> answer = zipped(path, Gzip.bomb(200));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertIsProblem(answer);
    }

    private static HttpResponse<String> zipped(final String path, final byte[] body) {
        return shop.send(shop.request(path)
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "2\r\n[{\r\nzz\r\n"})
    void chunks_that_cannot_be_told_apart_are_no_body_that_has_come_to_its_end(final String chunks) throws IOException {
        final URI url = URI.create(shop.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /products HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n" + chunks)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "The body's chunks cannot be told apart.")
                    .doesNotContain("accepted");
        }
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("product_id=", "product_id"),
                Arguments.of("product_id=%00", "product_id"),
                Arguments.of("product_id=a%0Bb", "product_id"),
                Arguments.of("product_id=a%0Ab", "product_id"),
                Arguments.of("product_id=%FF", "product_id"),
                Arguments.of("product_id=%ED%A0%80", "product_id"),
                Arguments.of("product_id=../../etc/passwd", "product_id"),
                Arguments.of("product_id=%2E%2E%2F", "product_id"),
                Arguments.of("product_id=" + "x".repeat(101), "product_id"),
                Arguments.of("product_id=1&reason=" + "y".repeat(2_001), "reason"),
                Arguments.of("product_id=1&reason=%FF", "reason"),
                Arguments.of("product_id=1&reason=%00", "reason"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_ban_that_is_wrong_is_named(final String query, final String field) {
        assertNamed(shop.post("/ban_products?" + query), field);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void the_end_of_a_ban_that_is_wrong_is_named(final String query, final String field) {
        final HttpResponse<String> answer = shop.delete("/ban_products?" + query);
        if (field.equals("product_id")) {
            assertNamed(answer, field);
        } else {
            // It asks for no reason.
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%00", "a%1Bb", "%FF", "%ED%A0%80", "../../etc/passwd", "%F0%9F%99%82"})
    void any_text_is_a_place_in_the_list_of_bans(final String after) {
        final HttpResponse<String> answer = shop.get("/ban_products?after=" + after);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"total\":", "\"bans\":");
    }

    @Test
    void an_address_that_is_too_long_is_refused() {
        assertRefused(shop.get("/ban_products?after=" + "a".repeat(10_000)));
        assertRefused(shop.delete("/ban_products?product_id=" + "a".repeat(10_000)));
        assertRefused(shop.post("/ban_products?product_id=" + "a".repeat(10_000)));
    }

    @Test
    void no_more_connections_are_kept_open_than_there_is_room_for() throws IOException {
        try (SlowClients slow = SlowClients.come(
                MOST_CONNECTIONS * 2, URI.create(shop.url()), SlowClients.partOfAnUpload("/products"))) {
            await().untilAsserted(() -> assertThat(slow.look().open()).isLessThanOrEqualTo(MOST_CONNECTIONS));
        }
        await().ignoreExceptions().until(() -> shop.get("/health/liveness").statusCode() == 200);
    }

    private static void assertNamed(final HttpResponse<String> answer, final String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(BadBody.fault(field, ""));
        assertIsProblem(answer);
    }

    private static void assertRefused(final HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertIsProblem(answer);
    }

    private static void assertIsProblem(final HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .doesNotContain("Exception", "java.", "at marketplace")
                .hasSizeLessThan(5_000);
    }
}
