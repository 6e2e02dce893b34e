package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the answer is a record or an {@link UnreadablePayloadException}, at a price in proportion. */
class HostilePayloadTest {
    private static final long SEED = 20260301;
    private static final int ROUNDS = 20_000;
    /** A byte of payload may become an object or two, and exceptions have stack traces. */
    private static final long MOST_ALLOCATED = 4 << 20;

    private static final FakeRegistry REGISTRY = new FakeRegistry();
    private static final AvroDeserializer<Object> GENERIC = new AvroDeserializer<>();
    private static final AvroDeserializer<Object> SPECIFIC = new AvroDeserializer<>();
    private static final List<byte[]> GOOD = new ArrayList<>();
    private static int tree;
    private static int nulls;
    private static int nested;

    @BeforeAll
    static void prepare() {
        final Map<String, Object> config = Map.of("schema.registry.url", REGISTRY.url(), "specific.avro.reader", true);
        SPECIFIC.configure(config, false);
        GENERIC.configure(Map.of("schema.registry.url", REGISTRY.url()), false);
        final AvroSerializer<Object> serializer = new AvroSerializer<>();
        serializer.configure(config, false);
        GOOD.add(serializer.serialize("products", Events.product()));
        GOOD.add(serializer.serialize("search-products", Events.search()));
        tree = REGISTRY.put(
                "tree-value",
                "{\"type\":\"record\",\"name\":\"Tree\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Tree\"]}]}",
                "[]");
        nulls = REGISTRY.put("nulls-value", "{\"type\":\"array\",\"items\":\"null\"}", "[]");
        nested = REGISTRY.put(
                "nested-value",
                "{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"map\",\"values\":\"null\"}}}",
                "[]");
    }

    @AfterAll
    static void closeRegistry() {
        REGISTRY.close();
    }

    @Test
    void random_bytes_after_a_good_prefix() {
        final Random random = new Random(SEED);
        final int[] ids = {id(GOOD.get(0)), id(GOOD.get(1)), tree, nulls, nested};
        for (int i = 0; i < ROUNDS; i++) {
            final byte[] bytes = new byte[5 + random.nextInt(200)];
            random.nextBytes(bytes);
            ByteBuffer.wrap(bytes).put((byte) 0).putInt(ids[random.nextInt(ids.length)]);
            assertBounded(GENERIC, bytes);
            assertBounded(SPECIFIC, bytes);
        }
    }

    @Test
    void good_records_with_bytes_changed_cut_out_or_put_in() {
        final Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            final byte[] good = GOOD.get(random.nextInt(GOOD.size()));
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt();
            }
            if (random.nextBoolean()) {
                bytes = Arrays.copyOf(bytes, 5 + random.nextInt(bytes.length));
            }
            assertBounded(GENERIC, bytes);
            assertBounded(SPECIFIC, bytes);
        }
    }

    @Test
    void lengths_and_counts_that_are_lies() {
        final long[] lies = {Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1L << 31, 1 << 30
        };
        for (final long lie : lies) {
            for (final int id : new int[] {id(GOOD.get(0)), nulls, nested}) {
                final BufferEncoder out = new BufferEncoder();
                out.begin(id);
                out.writeLong(lie);
                out.writeLong(lie);
                assertUnreadable(out.toByteArray());
            }
        }
    }

    @Test
    void many_blocks_of_items_that_take_no_bytes() {
        final BufferEncoder out = new BufferEncoder();
        out.begin(nulls);
        for (int i = 0; i < 100_000; i++) {
            out.writeLong(4000);
        }
        out.writeLong(0);
        assertUnreadable(out.toByteArray());
    }

    @Test
    void a_record_that_contains_itself_a_million_deep() {
        final byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 2);
        ByteBuffer.wrap(bytes).put((byte) 0).putInt(tree);

        assertThatThrownBy(() -> GENERIC.deserialize("tree", bytes)).isInstanceOf(UnreadablePayloadException.class);
        assertThat(SPECIFIC.deserialize("products", GOOD.get(0))).isEqualTo(Events.product());
    }

    @Test
    void a_number_that_does_not_end() {
        final byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) 0xFF);
        ByteBuffer.wrap(bytes).put((byte) 0).putInt(nulls);
        assertUnreadable(bytes);
    }

    @Test
    void empty_items_in_reasonable_number_are_read() {
        final BufferEncoder out = new BufferEncoder();
        out.begin(nulls);
        out.writeLong(1000);
        out.writeLong(0);
        assertThat((List<?>) GENERIC.deserialize("nulls", out.toByteArray())).hasSize(1000);
    }

    private static int id(final byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    private static void assertUnreadable(final byte[] bytes) {
        assertThatThrownBy(() -> GENERIC.deserialize("t", bytes)).isInstanceOf(UnreadablePayloadException.class);
        assertBounded(GENERIC, bytes);
    }

    private static void assertBounded(final AvroDeserializer<Object> deserializer, final byte[] bytes) {
        final var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        try {
            deserializer.deserialize("t", bytes);
        } catch (final UnreadablePayloadException e) {
            assertThat(e.reason()).isNotNull();
        }
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as(() -> Arrays.toString(bytes)).isLessThan(MOST_ALLOCATED);
    }
}
