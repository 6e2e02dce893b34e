package marketplace.streams.engine;

import static marketplace.streams.testkit.Events.ban;
import static marketplace.streams.testkit.Events.product;
import static marketplace.streams.testkit.Events.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import marketplace.catalogue.Cluster;
import marketplace.schemas.DeadLetter;
import marketplace.schemas.Topics;
import marketplace.streams.trends.TrendWindow;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: a broker that enforces the rights of the service's principal, and transactions. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
class StreamEngineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] POISON = "not avro".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final RunningEngines engines;
    private final Market market;
    /** Topics are shared with others: records are told apart by their keys. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private StreamEngine engine;

    StreamEngineIT(final RunningEngines engines) {
        this.engines = engines;
        this.market = new Market(engines);
    }

    @BeforeEach
    void begin() {
        start();
    }

    @AfterEach
    void end() {
        engine.close();
        market.close();
    }

    @Test
    void products_pass_until_they_are_banned_and_come_back_after() {
        final String id = key("1");
        market.publish(product(id, "Сумка"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(id)).containsExactly("Сумка"));

        market.ban(ban(id, "подделка"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(id)).containsExactly("Сумка", "gone"));

        market.publish(product(id, "Сумка 2"));
        market.lift(id);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(names(id)).startsWith("Сумка", "gone").endsWith("Сумка 2"));
    }

    @Test
    void nothing_is_committed_while_nothing_comes() {
        market.publish(product(key("1"), "Сумка"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(key("1"))).hasSize(1));

        final AtomicReference<Double> before = new AtomicReference<>(0.0);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ofSeconds(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(this::transactions, committed -> committed.equals(before.getAndSet(committed)));
    }

    /** How long all commits of transactions took until now: whoever commits once more makes it more. */
    private double transactions() {
        return engine.streams().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("txn-commit-time-ns-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    @Test
    void poison_on_both_inputs_is_put_aside_with_its_reason_and_holds_nobody_up() {
        market.send(Topics.PRODUCTS, key("poison"), POISON);
        market.send(Topics.BAN_PRODUCTS, key("poison"), POISON);
        market.send(Topics.SEARCH_PRODUCTS, key("poison"), POISON);
        market.publish(product(key("good"), "Мышь"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(names(key("good"))).containsExactly("Мышь");
            assertThat(market.deadLetters(key("poison")))
                    .extracting(letter -> header(letter, DeadLetter.TOPIC))
                    .containsExactlyInAnyOrder("products", "ban-products", "search-products");
        });
        assertThat(market.deadLetters(key("poison")))
                .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(POISON))
                .extracting(letter -> header(letter, DeadLetter.REASON))
                .containsOnly("NO_MAGIC_BYTE");
    }

    @Test
    void poison_that_is_the_last_on_its_topic_is_put_aside_once() {
        market.send(Topics.PRODUCTS, key("last"), POISON);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(market.deadLetters(key("last"))).hasSize(1));

        engine.close();
        start();
        market.publish(product(key("after"), "Мышь"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names(key("after"))).hasSize(1));

        assertThat(market.deadLetters(key("last"))).hasSize(1);
    }

    @Test
    void each_record_counts_once_whenever_the_service_is_stopped_and_started() {
        final int records = 3_000;
        final Instant at = Instant.now();
        IntStream.range(0, records).forEach(number -> {
            market.publish(product(key("p" + number), "Товар " + number));
            market.search(search(key("q" + number), run + " запрос", number % 3, at));
            if (number % 1_000 == 500) {
                await().atMost(PATIENCE).until(() -> engine.health().isReady());
                engine.close();
                start();
            }
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(market.searches(run + " запрос"))
                .isEqualTo(List.of(records, records / 3)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(market.allowed(run)).hasSizeGreaterThanOrEqualTo(records));
        assertThat(market.allowed(run)).hasSize(records);
    }

    @Test
    void stores_that_were_lost_are_filled_again() throws IOException {
        market.publish(product(key("held"), "Раз"));
        market.ban(ban(key("held"), "подделка"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names(key("held"))).contains("gone"));
        engine.close();
        Utils.delete(folder.toFile());
        start();

        market.publish(product(key("held"), "Два"));
        market.publish(product(key("free"), "Три"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names(key("free"))).containsExactly("Три"));
        assertThat(names(key("held"))).doesNotContain("Два").endsWith("gone");
    }

    @Test
    void a_record_that_comes_while_the_registry_is_away_passes_when_it_is_back() {
        engine.close();
        try (RegistryDoor door = new RegistryDoor(engines.schemaRegistryUrl())) {
            start(Map.of("schema.registry.url", door.url()));
            market.publish(product(key("early"), "Мышь"));
            market.flush();
            // Threads fail meanwhile, which is what is tried.
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> door.turnedAway() > 1);
            assertThat(names(key("early"))).isEmpty();

            door.open();

            await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(names(key("early")))
                    .containsExactly("Мышь"));
            assertThat(market.deadLetters(key("early"))).isEmpty();
            engine.close();
        }
    }

    @Test
    void it_is_ready_when_it_processes_and_not_when_it_has_stopped() {
        await().atMost(PATIENCE).until(() -> engine.health().isReady());

        engine.close();

        assertThat(engine.health().isReady()).isFalse();
    }

    private void start() {
        start(Map.of());
    }

    private void start(final Map<String, Object> others) {
        final Map<String, Object> settings = engines.clientSettings(Cluster.PRIMARY, "stream-processing");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.putAll(others);
        engine = new StreamEngine(
                settings,
                new StreamSettings(new TrendWindow(Duration.ofHours(12), Duration.ofMinutes(1)), 20),
                Clock.systemUTC());
        engine.start();
    }

    private String key(final String name) {
        return run + "-" + name;
    }

    private List<String> names(final String id) {
        return market.allowed(id).stream()
                .map(record -> record.value() == null ? "gone" : record.value().getName())
                .toList();
    }

    private static String header(final ConsumerRecord<?, ?> letter, final String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
