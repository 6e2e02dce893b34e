package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
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
        return Stream.of(
                Arguments.of("deep", "[".repeat(100_000) + "]".repeat(100_000), 422),
                Arguments.of("deep objects", "[" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "]", 422),
                Arguments.of("never closed", "[" + "{".repeat(100_000), 400),
                Arguments.of("one huge text", "[{\"name\":\"" + "x".repeat(5_000_000) + "\"}]", 422),
                Arguments.of("a huge number", "[{\"price\":{\"amount\":" + "9".repeat(100_000) + "}}]", 422),
                Arguments.of("a number beyond reason", "[{\"price\":{\"amount\":1e2147483647}}]", 422),
                Arguments.of("wrong types", "[1,\"a\",null,true,[],{}]", 422),
                Arguments.of("a number alone", "5", 422),
                Arguments.of("no JSON", "<xml/>", 422),
                Arguments.of("cut off", "[{\"product_id\":\"1\"", 400),
                Arguments.of("a comma too many", "[{},]", 400),
                Arguments.of("something behind", "[] []", 400),
                Arguments.of("zeros", "\u0000\u0000\u0000", 422),
                Arguments.of("blank", "   ", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_that_is_wrong_is_a_problem(final String name, final String body, final int status) {
        for (final String path : List.of("/products", "/ban_products")) {
            final HttpResponse<String> answer = shop.post(path, "application/json", BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .doesNotContain("Exception", "java.", "at marketplace")
                    .hasSizeLessThan(5_000);
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        final byte[] body = "[{\"product_id\":\"x\",\"name\":\"??\"}]".getBytes(StandardCharsets.UTF_8);
        body[body.length - 5] = (byte) 0xc3;
        body[body.length - 4] = (byte) 0x28;
        assertThat(shop.post("/products", "application/json", BodyPublishers.ofByteArray(body))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_gzip_bomb_is_refused_before_it_has_gone_off() throws IOException {
        final ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            final byte[] block = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                gzip.write(block);
            }
        }
        final HttpResponse<String> answer = shop.send(shop.request("/products")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb.toByteArray())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    @Test
    void gzip_is_understood() throws IOException {
        final ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"product_id\":\"g\"}\n{\"product_id\":\"h\"}".getBytes(StandardCharsets.UTF_8));
        }
        final HttpResponse<String> answer = shop.send(shop.request("/ban_products")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));
        assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
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

    static Stream<String> queries() {
        return Stream.of(
                "?product_id=",
                "?product_id=%00",
                "?product_id=" + "x".repeat(101),
                "?product_id=1&reason=" + "y".repeat(2_001),
                "?product_id=%ED%A0%80",
                "?product_id=a%0Bb");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_that_is_wrong_is_a_problem(final String query) {
        assertThat(shop.post("/ban_products" + query).statusCode()).isBetween(400, 499);
    }

    @Test
    void no_more_connections_are_kept_open_than_there_is_room_for() throws IOException {
        try (SlowClients slow = SlowClients.come(
                MOST_CONNECTIONS * 2, URI.create(shop.url()), SlowClients.partOfAnUpload("/products"))) {
            await().untilAsserted(() -> assertThat(slow.look().open()).isLessThanOrEqualTo(MOST_CONNECTIONS));
        }
        await().ignoreExceptions().until(() -> shop.get("/health/liveness").statusCode() == 200);
    }
}
