package marketplace.streams.engine;

import static marketplace.streams.testkit.Events.ban;
import static marketplace.streams.testkit.Events.product;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.streams.testkit.TestRegistry;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanFilterTest {
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
    void a_product_that_nobody_banned_passes() {
        rig.publish("5", product("5", "Мышь"));

        assertThat(allowed()).containsExactly("5=Мышь");
    }

    @Test
    void it_passes_as_the_bytes_it_came_with() {
        final byte[] newer = ofANewerShop(product("5", "Мышь"), "2 года");
        rig.publishBytes("5", newer);

        assertThat(rig.allowedBytes()).extracting(TestRecord::value).containsExactly(newer);
    }

    /** With a field that this service does not know: whoever encodes it again loses that, and names another schema. */
    private byte[] ofANewerShop(final Product product, final String warranty) {
        final byte[] known = Topics.PRODUCTS.serializer(rig.registry().config()).serialize("any", product);
        final byte[] text = warranty.getBytes(StandardCharsets.UTF_8);
        // A marker and the schema's id, the fields in their order, and the new one: twice its length, and its text.
        return ByteBuffer.allocate(known.length + 1 + text.length)
                .put(known)
                .put((byte) (2 * text.length))
                .put(text)
                .putInt(1, TestRegistry.NEWER_PRODUCT)
                .array();
    }

    @Test
    void a_product_that_is_published_after_its_ban_is_held_back_without_a_tombstone() {
        rig.ban("3", ban("3", "подделка"));
        rig.publish("3", product("3", "Сумка"));

        assertThat(allowed()).isEmpty();
    }

    @Test
    void a_product_that_is_banned_after_its_publication_is_withdrawn() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", "подделка"));

        assertThat(allowed()).containsExactly("3=Сумка", "3=gone");
    }

    @Test
    void a_second_ban_of_the_same_product_says_nothing_new() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", "подделка"));
        rig.ban("3", ban("3", null));

        assertThat(allowed()).containsExactly("3=Сумка", "3=gone");
    }

    @Test
    void a_product_comes_back_with_its_latest_version_when_its_ban_is_lifted() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", "подделка"));
        rig.publish("3", product("3", "Сумка 2"));
        rig.publish("3", product("3", "Сумка 3"));
        rig.ban("3", null);

        assertThat(allowed()).containsExactly("3=Сумка", "3=gone", "3=Сумка 3");
    }

    @Test
    void a_ban_that_is_lifted_before_the_publication_leaves_no_trace() {
        rig.ban("3", ban("3", "подделка"));
        rig.ban("3", null);
        assertThat(rig.standingsKept()).isZero();
        rig.publish("3", product("3", "Сумка"));

        assertThat(allowed()).containsExactly("3=Сумка");
    }

    @Test
    void lifting_a_ban_that_is_not_there_says_nothing() {
        rig.ban("3", null);
        rig.publish("5", product("5", "Мышь"));
        rig.ban("5", null);

        assertThat(allowed()).containsExactly("5=Мышь");
    }

    @Test
    void what_is_published_again_goes_through_again_changed_or_not() {
        rig.publish("5", product("5", "Мышь"));
        rig.publish("5", product("5", "Мышь"));
        rig.publish("5", product("5", "Мышка"));

        assertThat(allowed()).containsExactly("5=Мышь", "5=Мышь", "5=Мышка");
    }

    @Test
    void a_product_that_its_shop_removes_is_gone_and_nothing_is_remembered() {
        rig.publish("5", product("5", "Мышь"));
        rig.publish("5", null);
        rig.publish("5", null);

        assertThat(allowed()).containsExactly("5=Мышь", "5=gone");
        assertThat(rig.standingsKept()).isZero();
    }

    @Test
    void a_product_that_was_removed_while_it_was_banned_does_not_come_back() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", null));
        rig.publish("3", null);
        rig.ban("3", null);

        assertThat(allowed()).containsExactly("3=Сумка", "3=gone");
    }

    @Test
    void a_product_whose_last_version_is_lost_comes_back_when_its_shop_publishes_it() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", null));
        rig.forgetPublications();
        rig.ban("3", null);
        assertThat(allowed()).containsExactly("3=Сумка", "3=gone");

        rig.publish("3", product("3", "Сумка"));

        assertThat(allowed()).containsExactly("3=Сумка");
    }

    @Test
    void the_record_of_a_withdrawal_carries_the_time_of_the_ban() {
        rig.publish("3", product("3", "Сумка"));
        rig.ban("3", ban("3", null));

        assertThat(rig.allowed())
                .extracting(TestRecord::getRecordTime)
                .containsOnly(marketplace.streams.testkit.Events.NOON);
    }

    private List<String> allowed() {
        return rig.allowed().stream()
                .map(record -> record.key() + "="
                        + Optional.ofNullable(record.value())
                                .map(Product::getName)
                                .orElse("gone"))
                .toList();
    }
}
