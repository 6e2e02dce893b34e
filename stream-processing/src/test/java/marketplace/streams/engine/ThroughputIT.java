package marketplace.streams.engine;

import static marketplace.streams.testkit.Events.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;
import marketplace.streams.trends.TrendWindow;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ban filter against a loop that consumes and produces the same records with transactions, and nothing else. Takes
 * some minutes: {@code -Dmarketplace.bench=true}.
 */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
@EnabledIfSystemProperty(named = "marketplace.bench", matches = "true")
class ThroughputIT {
    private static final Logger LOG = LoggerFactory.getLogger(ThroughputIT.class);
    private static final int RECORDS = Integer.getInteger("marketplace.bench.records", 200_000);
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final RunningEngines engines;
    private final Admin admin;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    ThroughputIT(final RunningEngines engines) {
        this.engines = engines;
        this.admin = Admin.create(engines.admin(Cluster.PRIMARY));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void the_filter_keeps_up_with_a_plain_loop() throws Exception {
        try (Market market = new Market(engines)) {
            IntStream.range(0, RECORDS)
                    .forEach(number -> market.publish(product(run + "-" + number, "Товар " + number)));
            market.flush();
        }
        for (int round = 0; round < ROUNDS; round++) {
            final double loop = loop("stream-processing-loop-" + run + round);
            final double filter = filter("stream-processing-" + run + round, folder.resolve("state" + round));
            LOG.warn(String.format(
                    Locale.ROOT,
                    "round %d: loop %,.0f records/s, filter %,.0f records/s, ratio %.2f",
                    round,
                    loop,
                    filter,
                    filter / loop));
        }
        final Path state = folder.resolve("state0");
        Utils.delete(state.toFile());
        restore("stream-processing-" + run + 0, state);
    }

    private double loop(final String id) throws Exception {
        final String out = engines.topicFor("stream-processing", Cluster.PRIMARY, "allowed-products");
        try (PlainLoop loop = new PlainLoop(settings(), id, Topics.PRODUCTS.name(), out)) {
            loop.start();
            return speed(out, 0);
        }
    }

    private double filter(final String id, final Path state) throws Exception {
        final long before = end(Topics.ALLOWED_PRODUCTS.name());
        try (StreamEngine engine = engine(id, state)) {
            engine.start();
            return speed(Topics.ALLOWED_PRODUCTS.name(), before);
        }
    }

    private void restore(final String id, final Path state) {
        final AtomicLong restored = new AtomicLong();
        try (StreamEngine engine = engine(id, state)) {
            engine.streams().setGlobalStateRestoreListener(new Counting(restored));
            final long start = System.nanoTime();
            engine.start();
            await().atMost(PATIENCE).until(() -> engine.health().isReady());
            LOG.warn(String.format(
                    Locale.ROOT,
                    "restored %,d records, ready after %.1f s",
                    restored.get(),
                    (System.nanoTime() - start) / 1e9));
        }
        assertThat(restored.get()).isGreaterThanOrEqualTo(RECORDS);
    }

    private StreamEngine engine(final String id, final Path state) {
        final Map<String, Object> settings = settings();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return new StreamEngine(
                settings,
                new StreamSettings(new TrendWindow(Duration.ofMinutes(5), Duration.ofMinutes(1)), 20),
                Clock.systemUTC());
    }

    private Map<String, Object> settings() {
        return new HashMap<>(engines.clientSettings(Cluster.PRIMARY, "stream-processing"));
    }

    /** From the first record that is committed to the last. */
    private double speed(final String topic, final long before) throws Exception {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> end(topic) > before);
        final long start = System.nanoTime();
        final long first = end(topic);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> end(topic) >= before + RECORDS);
        return (before + RECORDS - first) / ((System.nanoTime() - start) / 1e9);
    }

    private long end(final String topic) throws Exception {
        return admin
                .listOffsets(
                        IntStream.range(0, 3)
                                .mapToObj(partition -> new TopicPartition(topic, partition))
                                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    private record Counting(AtomicLong restored) implements StateRestoreListener {
        @Override
        public void onRestoreStart(final TopicPartition place, final String store, final long start, final long end) {}

        @Override
        public void onBatchRestored(
                final TopicPartition place, final String store, final long end, final long number) {}

        @Override
        public void onRestoreEnd(final TopicPartition place, final String store, final long total) {
            restored.addAndGet(total);
        }
    }
}
