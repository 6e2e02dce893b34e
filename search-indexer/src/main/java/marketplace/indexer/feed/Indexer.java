package marketplace.indexer.feed;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketplace.indexer.domain.Backlog;
import marketplace.indexer.domain.Delivery;
import marketplace.indexer.domain.DocumentStore;
import marketplace.indexer.domain.Lane;
import marketplace.indexer.domain.Lanes;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Sources;
import marketplace.indexer.sources.Translator;
import marketplace.indexer.store.Pulse;
import marketplace.indexer.store.Shelves;
import marketplace.service.kafka.DeadLetters;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.waiting.Backoff;
import marketplace.service.waiting.Waiting;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer and the lanes behind it: runs as long as the service does. */
@Context
final class Indexer {
    /** What comes within a tenth of a second is one bulk; longer, and a fetch would hold up what is resumed meanwhile. */
    private static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            16 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1_000,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            8 * 1024 * 1024,
            // Who was killed is replaced in seconds: whoever comes after waits until the group has given him up.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            2_000,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName());

    private final Shelves shelves;
    private final Pulse pulse;
    private final Months months;
    private final Backoff backoff;
    private final List<Waiting> waits;
    private final Waiting preparing;
    private final Lanes lanes;
    private final Backlog backlog;
    private final Feed feed;

    Indexer(
            final KafkaClients clients,
            final DocumentStore store,
            final Shelves shelves,
            final DeadLetters deadLetters,
            final Measures measures,
            final Ownership ownership,
            final Pulse pulse,
            final Months months,
            final FeedSettings settings,
            final Clock clock) {
        this.shelves = shelves;
        this.pulse = pulse;
        this.months = months;
        this.backoff = settings.pauses();
        this.preparing = new Waiting(clock);
        this.waits = IntStream.range(0, settings.lanes())
                .mapToObj(lane -> new Waiting(clock))
                .toList();
        this.lanes = lanes(store, settings);
        this.backlog =
                new Backlog(settings.backlog().documents(), settings.backlog().bytes());
        final Map<String, Translator> translators = new HashMap<>();
        for (final Source<?> source : Sources.all()) {
            translators.put(source.topic().name(), source.translator(clients.settings(), months));
        }
        final Consumer<byte[], byte[]> consumer = clients.consumer(
                "search-indexer",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                withGroup(settings.group()));
        final BiFunction<TopicPartition, Long, Partition> partitions = (partition, start) -> new Partition(
                start, translators.get(partition.topic()), lanes, backlog, deadLetters, measures.of(partition.topic()));
        this.feed = new Feed(
                consumer,
                new Assignment(consumer, partitions, new Ownerships(ownership)),
                backlog,
                backoff,
                measures,
                clock,
                settings.commitInterval(),
                this::prepare);
        feed.start(List.copyOf(translators.keySet()));
    }

    private static Map<String, Object> withGroup(final String group) {
        final Map<String, Object> all = new HashMap<>(CONSUMER);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return all;
    }

    private Lanes lanes(final DocumentStore store, final FeedSettings settings) {
        final Lane.BatchLimit limit =
                new Lane.BatchLimit(settings.bulk().documents(), settings.bulk().bytes());
        return new Lanes(IntStream.range(0, settings.lanes())
                .mapToObj(lane -> new Lane("lane-" + lane, new Delivery(store, backoff, waits.get(lane)), limit))
                .toList());
    }

    /** Readers never meet a name that is not there: every shelf is made before anything else happens. */
    private void prepare() throws InterruptedException {
        int failures = 0;
        for (final Source<?> source : Sources.all()) {
            while (!isThere(source)) {
                backoff.pause(failures++);
            }
        }
        preparing.isOver();
    }

    private boolean isThere(final Source<?> source) {
        try {
            shelves.ensure(source.currentShelf(months));
            return true;
        } catch (final StoreUnavailableException e) {
            preparing.because(e.getMessage());
            return false;
        }
    }

    Feed feed() {
        return feed;
    }

    /** What ended a thread of the indexer. */
    Optional<Throwable> death() {
        return feed.death().or(lanes::death);
    }

    /** The longest of the waits for Elasticsearch. */
    Optional<Waiting.Wait> waiting() {
        return Stream.concat(Stream.of(preparing), waits.stream())
                .map(Waiting::now)
                .map(wait -> wait.or(pulse::missed))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Waiting.Wait::since));
    }

    int backlog() {
        return backlog.records();
    }

    @PreDestroy
    void close() {
        feed.close();
        lanes.close();
    }
}
