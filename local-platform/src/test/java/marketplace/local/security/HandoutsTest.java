package marketplace.local.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import marketplace.local.layout.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HandoutsTest {
    @TempDir
    private Path parent;

    private DataFolder folder;
    private Path into;

    @BeforeEach
    void begin() throws IOException {
        folder = new DataFolder(parent.resolve("platform"));
        folder.create();
        into = parent.resolve("parts");
    }

    @Test
    void a_service_gets_its_login_and_whom_to_trust_and_nothing_else() throws Exception {
        give("shop-api", "shop-api");

        assertThat(namesIn("shop-api")).containsExactly("ca.pem", "shop-api.properties");
        var login = properties("shop-api", "shop-api.properties");
        assertThat(login)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry(
                        "ssl.truststore.location",
                        into.resolve("shop-api/ca.pem").toString())
                .doesNotContainKey("bootstrap.servers");
        assertThat(login.getProperty("sasl.jaas.config"))
                .contains(secrets().passwords().get("shop-api"));
    }

    @Test
    void a_broker_gets_its_own_key_and_what_its_storage_is_formatted_with() throws Exception {
        give("kafka-0");

        assertThat(namesIn("kafka-0")).containsExactly("admin.password", "ca.pem", "node.pem");
        assertThat(into.resolve("kafka-0/node.pem"))
                .hasSameTextualContentAs(secrets().keystore("kafka-0"));
    }

    @Test
    void who_makes_the_users_gets_all_passwords() throws Exception {
        give("kafka-init", "admin", "passwords");

        assertThat(properties("kafka-init", "passwords.properties")).containsKeys("admin", "shop-api");
    }

    @Test
    void a_service_knows_a_caller_by_the_hash_of_the_key() throws Exception {
        give("shop-api", "api-keys");

        var key = new Properties();
        key.load(new StringReader(Files.readString(ApiKeys.file(folder))));
        assertThat(into.resolve("shop-api/api.keys"))
                .content()
                .contains("moderator moderator " + sha256(key.getProperty("moderator")) + "\n")
                .contains("shop-store-1 shop " + sha256(key.getProperty("shop-store-1")) + " store-1\n")
                .doesNotContain(key.getProperty("moderator"));
    }

    @Test
    void nobody_else_can_look_into_it() throws Exception {
        give("shop-api", "shop-api", "api-keys");

        assertThat(rights("shop-api")).isEqualTo("rwx------");
        for (String name : namesIn("shop-api")) {
            assertThat(rights("shop-api/" + name)).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void what_somebody_has_stays_as_it_is() throws Exception {
        give("shop-api", "shop-api", "api-keys");
        var before = Files.getLastModifiedTime(into.resolve("shop-api/api.keys"));
        var login = Files.readString(into.resolve("shop-api/shop-api.properties"));

        give("shop-api", "shop-api", "api-keys");

        assertThat(Files.getLastModifiedTime(into.resolve("shop-api/api.keys"))).isEqualTo(before);
        assertThat(into.resolve("shop-api/shop-api.properties")).hasContent(login);
    }

    @Test
    void who_is_no_principal_has_no_login() {
        assertThatThrownBy(() -> give("shop-api", "nobody"))
                .isInstanceOf(IOException.class)
                .hasMessage("shop-api is to get nobody, and there is no such principal.");
    }

    @Test
    void a_line_names_a_part_its_user_and_what_it_gets() throws Exception {
        var file = Files.writeString(parent.resolve("parts.properties"), """
            # who gets what
            shop-api = 10005 shop-api api-keys
            kafka-0 = 10001
            """);

        assertThat(Recipient.read(file))
                .containsExactly(
                        new Recipient("kafka-0", 10001, List.of()),
                        new Recipient("shop-api", 10005, List.of("shop-api", "api-keys")));
    }

    @Test
    void a_line_without_a_user_is_said_to_be_none() throws IOException {
        var file = Files.writeString(parent.resolve("parts.properties"), "shop-api = shop-api\n");

        assertThatThrownBy(() -> Recipient.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("the line of shop-api is not \"part = user what …\".");
    }

    private Secrets secrets() throws Exception {
        return Secrets.open(folder, List.of("shop-api"), 3, Clock.systemUTC());
    }

    /** Whoever runs this test may give away to nobody but himself. */
    private void give(String name, String... what) throws Exception {
        int me = (int) Files.getAttribute(folder.root(), "unix:uid");
        new Handouts(secrets(), ApiKeys.open(folder), into).give(new Recipient(name, me, List.of(what)));
    }

    private List<String> namesIn(String part) throws IOException {
        try (var files = Files.list(into.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Properties properties(String part, String file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(into.resolve(part).resolve(file))));
        return properties;
    }

    private String rights(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(into.resolve(path)));
    }

    private static String sha256(String key) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    }
}
