package marketplace.streams.bans;

import static marketplace.streams.testkit.Events.ban;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import marketplace.events.ProductBan;
import marketplace.service.log.LimitedLog;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Whatever shops and moderators do in whatever order, the filter leaves what plain maps would. */
class AnyOrderTest {
    private static final int STEPS = 3_000;

    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final List<byte[]> topic = new ArrayList<>();
    private final LimitedLog log = new LimitedLog(LoggerFactory.getLogger(AnyOrderTest.class), Level.INFO, 0);
    private final PublicationProcessor publications = new PublicationProcessor(new BanStory(log), new Rush());
    private final BanProcessor bans = new BanProcessor(this::find, new BanStory(log));

    private final Map<String, String> published = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> banned = new HashSet<>();
    private final Map<String, String> allowed = new TreeMap<>();

    AnyOrderTest() {
        StandingsInMemory.addTo(context);
        context.setCurrentSystemTimeMs(0);
        publications.init(context);
        bans.init(context);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_is_allowed_is_what_is_published_and_not_banned(final long seed) {
        final Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            final String id = "p" + random.nextInt(9);
            switch (random.nextInt(5)) {
                case 0, 1 -> publish(id, "version " + step, "store-" + random.nextInt(2));
                case 2 -> remove(id);
                case 3 -> moderate(id, ban(id, random.nextBoolean() ? "step " + step : null));
                default -> moderate(id, null);
            }
            read(step, seed);
            final Map<String, String> expected = new TreeMap<>(published);
            expected.keySet().removeAll(banned);
            assertThat(allowed).as("after step %d of seed %d", step, seed).isEqualTo(expected);
        }
    }

    private void publish(final String id, final String text, final String store) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        append(bytes);
        final Record<String, ProductVersion> record =
                new Record<>(id, new ProductVersion("«" + id + "»", store, bytes), 0);
        if (owners.getOrDefault(id, store).equals(store)) {
            owners.put(id, store);
            published.put(id, text);
            publications.process(record);
        } else {
            assertThatThrownBy(() -> publications.process(record)).hasMessageContaining(owners.get(id));
        }
    }

    private void remove(final String id) {
        owners.remove(id);
        published.remove(id);
        append(new byte[0]);
        publications.process(new Record<>(id, null, 0));
    }

    private void append(final byte[] bytes) {
        topic.add(bytes);
        context.setRecordMetadata("products", 0, topic.size() - 1);
    }

    private void moderate(final String id, final ProductBan ban) {
        if (ban == null) {
            banned.remove(id);
        } else {
            banned.add(id);
        }
        bans.process(new Record<>(id, ban, 0));
    }

    private Optional<byte[]> find(final String productId, final int partition, final long offset) {
        return Optional.of(topic.get((int) offset));
    }

    /** Reads the output as a table, and sees that each tombstone takes something away. */
    private void read(final int step, final long seed) {
        for (final MockProcessorContext.CapturedForward<? extends String, ? extends byte[]> forward :
                context.forwarded()) {
            final String id = forward.record().key();
            final byte[] value = forward.record().value();
            if (value == null) {
                assertThat(allowed.remove(id))
                        .as("the tombstone of step %d of seed %d", step, seed)
                        .isNotNull();
            } else {
                allowed.put(id, new String(value, StandardCharsets.UTF_8));
            }
        }
        context.resetForwards();
    }
}
