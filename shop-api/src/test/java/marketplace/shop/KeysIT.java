package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With API keys a shop writes its own store only, and a moderator bans. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class KeysIT {
    @TempDir
    private static Path folder;

    private static ShopApi shop;

    @BeforeAll
    static void start(final RunningEngines engines) throws IOException {
        final Path keys = Files.writeString(
                folder.resolve("keys"),
                "lamps shop " + sha256("lamp-key") + " store-3\nanna moderator " + sha256("anna-key") + "\n");
        shop = ShopApi.on(engines, Map.of("api.keys", keys.toString()));
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void who_sends_no_key_or_a_wrong_one_is_told_so() {
        assertThat(shop.post("/products").statusCode()).isEqualTo(401);
        assertThat(publish("guess").statusCode()).isEqualTo(401);
        assertThat(publish("guess").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(shop.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(shop.get("/docs/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void a_shop_writes_its_own_store_only() {
        final HttpResponse<String> answer = publish("lamp-key");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accepted\":1", "\"index\":0", "\"index\":3", "store_id")
                .doesNotContain("\"index\":4");
    }

    @Test
    void only_a_moderator_bans() {
        assertThat(ban("lamp-key").statusCode()).isEqualTo(403);
        assertThat(publish("anna-key").statusCode()).isEqualTo(403);
        assertThat(ban("anna-key").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> publish(final String key) {
        return shop.send(shop.request("/products")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> ban(final String key) {
        return shop.send(shop.request("/ban_products?product_id=k-1")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.noBody()));
    }

    private static String sha256(final String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
