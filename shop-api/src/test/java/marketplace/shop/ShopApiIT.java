package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.Gzip;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class ShopApiIT {
    private static final String GOOD = """
            {"product_id":"n-1","name":"Лампа","price":{"amount":"12.50","currency":"RUB"},"category":"Дом",\
            "brand":"Рассвет","stock":{"available":1,"reserved":0},"sku":"L","store_id":"s"}""";

    private static ShopApi shop;

    @BeforeAll
    static void start(final RunningEngines engines) {
        shop = ShopApi.on(engines);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void an_empty_request_publishes_the_five_samples() {
        final HttpResponse<String> answer = shop.post("/products");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"accepted\":5,\"rejected\":[]}");
    }

    @Test
    void a_ban_is_listed_until_it_is_lifted() {
        assertThat(shop.post("/ban_products?product_id=b-1&reason=fake").statusCode())
                .isEqualTo(200);
        assertThat(shop.get("/ban_products").body()).contains("\"product_id\":\"b-1\"", "\"reason\":\"fake\"");

        assertThat(shop.delete("/ban_products?product_id=b-1").statusCode()).isEqualTo(200);
        assertThat(shop.get("/ban_products").body()).doesNotContain("b-1");
    }

    @Test
    void an_export_that_came_out_empty_publishes_nothing() {
        final HttpResponse<String> lines = shop.post("/products", "application/x-ndjson", BodyPublishers.noBody());
        final HttpResponse<String> array = shop.post("/products", "application/json", BodyPublishers.noBody());

        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.body()).isEqualTo("{\"accepted\":0,\"rejected\":[]}");
        assertThat(array.statusCode()).isEqualTo(400);
    }

    @Test
    void a_bad_product_is_named_and_its_neighbours_are_accepted() {
        final String lines = GOOD + "\n\n" + GOOD.replace("\"12.50\"", "12.34567") + "\nnonsense\n" + GOOD;

        final HttpResponse<String> answer =
                shop.post("/products", "application/x-ndjson", BodyPublishers.ofString(lines));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accepted\":2", "{\"line\":3,\"errors\":[{\"field\":\"price.amount\"", "{\"line\":4,");
    }

    @Test
    void what_is_wrong_with_a_request_is_a_problem() {
        final HttpResponse<String> answer = shop.post("/products", "application/json", BodyPublishers.ofString("[{},"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(shop.post("/products", "text/csv", BodyPublishers.ofString("1;2"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(shop.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(shop.get("/health/readiness").body()).contains("UP");
    }

    @Test
    void whose_ban_is_lifted_must_be_said() {
        final HttpResponse<String> answer = shop.delete("/ban_products");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"errors\":[{\"field\":\"product_id\",\"reason\":\"is missing\"}]")
                .doesNotContain("productId");
    }

    @Test
    void bans_are_in_the_address_or_in_the_body_and_not_in_both() {
        for (final String query : List.of("product_id=b-5", "reason=fake", "product_id=b-5&reason=fake")) {
            final HttpResponse<String> answer = shop.post(
                    "/ban_products?" + query,
                    "application/json",
                    BodyPublishers.ofString("[{\"product_id\":\"b-6\"}]"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("is in the address, and there is a body");
        }
        assertThat(shop.get("/ban_products").body()).doesNotContain("b-5", "b-6");
    }

    @Test
    void many_are_banned_by_an_array() {
        final HttpResponse<String> answer = shop.post(
                "/ban_products",
                "application/json",
                BodyPublishers.ofString("[{\"product_id\":\"b-3\",\"reason\":\"fake\"},{\"product_id\":\"b-4\"}]"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
        assertThat(shop.get("/ban_products").body())
                .contains("{\"product_id\":\"b-3\",\"reason\":\"fake\",", "{\"product_id\":\"b-4\",\"banned_at\"");
    }

    @ParameterizedTest
    @CsvSource({"application/json, '[', ',', ']'", "application/x-ndjson, '', '\n', ''"})
    void gzip_is_understood(final String type, final String begin, final String between, final String end) {
        final HttpResponse<String> products = zipped("/products", type, begin + GOOD + between + GOOD + end);
        assertThat(products.statusCode()).isEqualTo(200);
        assertThat(products.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");

        final String ban = "{\"product_id\":\"zipped\"}";
        assertThat(zipped("/ban_products", type, begin + ban + between + ban + end)
                        .body())
                .isEqualTo("{\"accepted\":2,\"rejected\":[]}");
    }

    private static HttpResponse<String> zipped(final String path, final String type, final String body) {
        return shop.send(shop.request(path)
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Gzip.of(body))));
    }

    @Test
    void an_address_may_have_letters_as_people_type_them() throws IOException {
        final URI uri = URI.create(shop.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /ban_products?product_id=b-2&reason=подделка HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" 200 ");
        }
        assertThat(shop.get("/ban_products").body()).contains("\"reason\":\"подделка\"");
    }
}
