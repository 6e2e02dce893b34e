package marketplace.streams.engine;

import static marketplace.streams.testkit.Events.NOON;
import static marketplace.streams.testkit.Events.ban;
import static marketplace.streams.testkit.Events.product;
import static marketplace.streams.testkit.Events.productOf;
import static marketplace.streams.testkit.Events.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import marketplace.schemas.DeadLetter;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {
    private static final byte[] POISON = "not avro".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void poison_among_products_is_put_aside_and_its_neighbours_pass() {
        rig.publish("1", product("1", "Мышь"));
        rig.publishBytes("2", POISON);
        rig.publish("3", product("3", "Сумка"));

        assertThat(rig.allowed()).extracting(TestRecord::key).containsExactly("1", "3");
        final TestRecord<String, byte[]> letter = rig.deadLetters().get(0);
        assertThat(letter.key()).isEqualTo("2");
        assertThat(letter.value()).isEqualTo(POISON);
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("products");
        assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("1");
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("NO_MAGIC_BYTE");
    }

    @Test
    void poison_leaves_the_version_before_it_in_force() {
        rig.publish("1", product("1", "Мышь"));
        rig.publishBytes("1", POISON);
        rig.ban("1", ban("1", null));
        rig.banBytes("1", POISON);
        rig.ban("1", null);

        assertThat(rig.allowed())
                .extracting(record ->
                        record.value() == null ? "gone" : record.value().getName())
                .containsExactly("Мышь", "gone", "Мышь");
        assertThat(rig.deadLetters()).hasSize(2);
    }

    @Test
    void poison_among_searches_is_put_aside_and_its_neighbours_count() {
        rig.search(search("1", "мышь", 1, NOON));
        rig.pipe("search-products", "2", POISON, NOON);
        rig.search(search("3", "мышь", 1, NOON));

        assertThat(rig.trends())
                .last()
                .extracting(record -> record.value().getSearches())
                .isEqualTo(2L);
        assertThat(rig.deadLetters()).hasSize(1);
    }

    @Test
    void a_record_without_a_key_is_put_aside() {
        rig.publish(null, product("1", "Мышь"));
        rig.ban(null, ban("1", null));

        assertThat(rig.allowed()).isEmpty();
        assertThat(rig.deadLetters())
                .extracting(letter -> header(letter, DeadLetter.REASON))
                .containsExactly("PROCESSING", "PROCESSING");
    }

    @Test
    void what_another_store_publishes_in_the_place_of_a_product_is_put_aside() {
        rig.publish("1", product("1", "Мышь"));
        rig.publish("1", productOf("store_002", "1", "Подделка"));
        rig.ban("1", ban("1", null));
        rig.publish("1", productOf("store_002", "1", "Подделка"));
        rig.ban("1", null);

        assertThat(rig.allowed())
                .extracting(record ->
                        record.value() == null ? "gone" : record.value().getName())
                .containsExactly("Мышь", "gone", "Мышь");
        assertThat(rig.deadLetters()).hasSize(2).allSatisfy(letter -> assertThat(header(letter, DeadLetter.MESSAGE))
                .contains("store_001", "store_002"));
    }

    @Test
    void the_id_of_a_product_that_was_removed_is_free() {
        rig.publish("1", product("1", "Мышь"));
        rig.publish("1", null);
        rig.publish("1", productOf("store_002", "1", "Мышка"));

        assertThat(rig.allowed()).hasSize(3);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void a_version_that_is_too_large_to_be_passed_on_is_put_aside_without_its_value() {
        rig.publish("1", product("1", "Мышь"));
        rig.publish("1", product("1", "м".repeat(600_000)));

        assertThat(rig.allowed()).hasSize(1);
        final TestRecord<String, byte[]> letter = rig.deadLetters().get(0);
        assertThat(letter.value()).isNull();
        assertThat(Integer.parseInt(header(letter, "dead-letter.value-left-out")))
                .isGreaterThan(1_200_000);
        assertThat(header(letter, DeadLetter.MESSAGE)).contains("1000000");
    }

    @Test
    void a_registry_that_is_down_skips_nothing() {
        final byte[] first = bytesOfAProduct();
        rig.registry().fail();

        assertThatThrownBy(() -> rig.publishBytes("1", first))
                .isInstanceOf(StreamsException.class)
                .hasStackTraceContaining(RegistryUnavailableException.class.getName());
        assertThat(rig.deadLetters()).isEmpty();
    }

    private byte[] bytesOfAProduct() {
        return marketplace.schemas.Topics.PRODUCTS
                .serializer(rig.registry().config())
                .serialize("any", product("1", "Мышь"));
    }

    private static String header(final TestRecord<String, byte[]> letter, final String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
