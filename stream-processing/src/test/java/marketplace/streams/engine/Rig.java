package marketplace.streams.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.events.SearchEvent;
import marketplace.events.SearchTrend;
import marketplace.schemas.Topics;
import marketplace.service.log.LimitedLog;
import marketplace.streams.testkit.Events;
import marketplace.streams.testkit.TestRegistry;
import marketplace.streams.trends.SearchStory;
import marketplace.streams.trends.TrendWindow;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The topology as the service runs it, with everything around it in memory. One partition of each topic. */
final class Rig implements AutoCloseable {
    static final TrendWindow WINDOW = new TrendWindow(Duration.ofMinutes(5), Duration.ofMinutes(1));

    private final TestRegistry registry;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    /** What stands on {@code products}, by offset. */
    private final List<Optional<byte[]>> published = new ArrayList<>();

    private final Logger story = new LoggerContext().getLogger("searches");
    private final SearchStory searches;
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private boolean forgetful;

    Rig(final Path stateFolder) {
        this(stateFolder, new TestRegistry(), Clock.fixed(Events.NOON.plus(Duration.ofHours(2)), ZoneOffset.UTC));
    }

    Rig(final Path stateFolder, final TestRegistry registry, final Clock clock) {
        this.registry = registry;
        searches = new SearchStory(story, clock);
        told.start();
        story.addAppender(told);
        final Map<String, Object> client = new HashMap<>(registry.config());
        client.put("bootstrap.servers", "nowhere:1");
        client.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        // With transactions the driver forgets the dead letters of what cannot be read; StreamEngineIT sees them for
        // real.
        client.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        final Properties properties = StreamsProperties.of(client);
        driver = new TopologyTestDriver(
                StreamTopology.of(
                        new StreamsConfig(properties),
                        client,
                        (id, partition, offset) -> forgetful ? Optional.empty() : published.get((int) offset),
                        WINDOW,
                        new LimitedLog(LoggerFactory.getLogger(Rig.class), Level.INFO, 20),
                        searches,
                        clock),
                properties,
                Events.NOON);
    }

    void publish(final String id, final Product product) {
        publishBytes(id, serialize(Topics.PRODUCTS.serializer(registry.config()), product));
    }

    void publishBytes(final String id, final byte[] value) {
        published.add(Optional.ofNullable(value));
        pipe(Topics.PRODUCTS.name(), id, value, Events.NOON);
    }

    void ban(final String id, final ProductBan ban) {
        banBytes(id, serialize(Topics.BAN_PRODUCTS.serializer(registry.config()), ban));
    }

    void banBytes(final String id, final byte[] value) {
        pipe(Topics.BAN_PRODUCTS.name(), id, value, Events.NOON);
    }

    void search(final SearchEvent search, final Instant recorded) {
        pipe(
                Topics.SEARCH_PRODUCTS.name(),
                search.getQueryId(),
                serialize(Topics.SEARCH_PRODUCTS.serializer(registry.config()), search),
                recorded);
    }

    void search(final SearchEvent search) {
        search(search, search.getAt());
    }

    /** From now on no version can be found again. */
    void forgetPublications() {
        forgetful = true;
    }

    void pipe(final String topic, final String key, final byte[] value, final Instant at) {
        inputs.computeIfAbsent(
                        topic,
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(new StringSerializer().serialize(topic, key), value, at));
    }

    private static <T> byte[] serialize(final Serializer<T> serializer, final T value) {
        return serializer.serialize("any", value);
    }

    /** What came onto {@code allowed-products} since the last look. */
    List<TestRecord<String, Product>> allowed() {
        return out(driver.createOutputTopic(
                Topics.ALLOWED_PRODUCTS.name(),
                new StringDeserializer(),
                Topics.ALLOWED_PRODUCTS.deserializer(registry.config())));
    }

    /** The same, as bytes. */
    List<TestRecord<String, byte[]>> allowedBytes() {
        return out(driver.createOutputTopic(
                Topics.ALLOWED_PRODUCTS.name(), new StringDeserializer(), new ByteArrayDeserializer()));
    }

    List<TestRecord<String, SearchTrend>> trends() {
        return out(driver.createOutputTopic(
                Topics.SEARCH_TRENDS.name(),
                new StringDeserializer(),
                Topics.SEARCH_TRENDS.deserializer(registry.config())));
    }

    /** What the log has told of searches when it was time to. */
    List<String> toldOfSearches() {
        searches.tell();
        return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return out(driver.createOutputTopic(
                Topics.deadLetters("stream-processing").name(), new StringDeserializer(), new ByteArrayDeserializer()));
    }

    private static <K, V> List<TestRecord<K, V>> out(final TestOutputTopic<K, V> topic) {
        return topic.readRecordsToList();
    }

    TestRegistry registry() {
        return registry;
    }

    long standingsKept() {
        long kept = 0;
        try (var all = driver.getKeyValueStore("standings").all()) {
            while (all.hasNext()) {
                all.next();
                kept++;
            }
        }
        return kept;
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
