package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import marketplace.schemas.registry.RegistryRejectedException;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the registry is reached: addresses in turn, credentials, limits of time, refusals. */
class RegistryAccessTest {
    private static final String BASIC = "Basic dXNlcjpzM2NyZXQ="; // user:s3cret

    private final FakeRegistry first = new FakeRegistry();
    private final FakeRegistry second = new FakeRegistry();

    @AfterEach
    void closeRegistries() {
        first.close();
        second.close();
    }

    @Test
    void the_next_address_is_tried_when_one_fails_and_kept_while_it_answers() {
        first.failWith(500);
        final AvroSerializer<Object> serializer =
                serializer(Map.of("schema.registry.url", first.url() + ", " + second.url()));

        serializer.serialize("a", Events.product());
        serializer.serialize("b", Events.product());

        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(2);
    }

    @Test
    @Timeout(20)
    void a_registry_that_does_not_answer_is_given_up_in_time() {
        first.hold(new CountDownLatch(1));
        final AvroSerializer<Object> serializer = serializer(Map.of(
                "schema.registry.url", first.url(), "http.connect.timeout.ms", 200, "http.read.timeout.ms", 200));
        final long start = System.nanoTime();

        assertThatThrownBy(() -> serializer.serialize("products", Events.product()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("products-value");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void credentials_come_from_the_settings_or_from_the_address_and_are_never_said_aloud() {
        final String withUser = first.url().replace("http://", "http://user:s3cret@");
        serializer(Map.of("schema.registry.url", withUser)).serialize("a", Events.product());
        serializer(Map.of(
                        "schema.registry.url",
                        first.url(),
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        "user:s3cret"))
                .serialize("b", Events.product());

        assertThat(first.authorizations()).containsExactly(BASIC, BASIC);
        first.failWith(500);
        assertThatThrownBy(() ->
                        serializer(Map.of("schema.registry.url", withUser)).serialize("c", Events.product()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageNotContaining("s3cret")
                .hasStackTraceContaining(first.url());
    }

    @Test
    void a_refusal_is_final_and_says_its_codes() {
        first.failWith(401);
        final AvroSerializer<Object> serializer =
                serializer(Map.of("schema.registry.url", first.url() + "," + second.url()));

        assertThatThrownBy(() -> serializer.serialize("products", Events.product()))
                .isInstanceOfSatisfying(RegistryRejectedException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.errorCode()).isEqualTo(40101);
                });
        assertThat(second.requests()).isEmpty();
    }

    private static AvroSerializer<Object> serializer(final Map<String, ?> settings) {
        final AvroSerializer<Object> serializer = new AvroSerializer<>();
        serializer.configure(new HashMap<>(settings), false);
        return serializer;
    }
}
