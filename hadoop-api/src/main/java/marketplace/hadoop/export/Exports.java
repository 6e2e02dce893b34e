package marketplace.hadoop.export;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketplace.hadoop.lake.Lake;
import marketplace.service.kafka.DeadLetters;
import marketplace.service.kafka.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The exports of all topics: they run as long as the service does. */
@Context
public final class Exports {
    /** Each topic has a reader of its own: what is fetched ahead is bounded for all of them together. */
    private static final Map<String, Object> CONSUMER = Map.of(
            // Nobody waits for a single record: what comes within half a second is handed out together.
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            1024 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            500,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            4 * 1024 * 1024,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            2 * 1024 * 1024,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            2_000,
            // The table says where to begin. Whatever else there might be must not be taken for it.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            2_000,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName());

    private final List<TopicExport> all;

    Exports(
            final KafkaClients clients,
            final Lake lake,
            final DeadLetters deadLetters,
            final Measures measures,
            final ExportSettings settings,
            final Clock clock) {
        final List<ExportedTopic> topics = settings.topicNames().isEmpty()
                ? ExportedTopics.ofTheCatalogue()
                : settings.topicNames().stream().map(ExportedTopics::named).toList();
        all = topics.stream()
                .map(topic -> new TopicExport(
                        topic,
                        new TopicReader(
                                clients.consumer(
                                        "hadoop-api-" + topic.name(),
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer(),
                                        consumer(settings, topic)),
                                topic.name()),
                        lake.tableOf(topic.name()),
                        new Intake(clients.settings(), clock, settings.oldest()),
                        deadLetters,
                        settings,
                        measures.of(topic.name()),
                        clock))
                .toList();
        all.forEach(export -> measures.watch(export.progress().topic(), export::progress));
        all.forEach(TopicExport::start);
    }

    private static Map<String, Object> consumer(final ExportSettings settings, final ExportedTopic topic) {
        final Map<String, Object> consumer = new HashMap<>(CONSUMER);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group() + "-" + topic.name());
        if (settings.instance() != null && !settings.instance().isBlank()) {
            // Who comes back under the same name has its partitions at once.
            consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        }
        return consumer;
    }

    /** How each stands. */
    public List<ExportProgress> progress() {
        return all.stream().map(TopicExport::progress).toList();
    }

    /** Everything before these offsets, by topic and partition, shall be visible as soon as can be. */
    public void wish(final Map<String, Map<Integer, Long>> ends) {
        for (final TopicExport export : all) {
            export.wish(ends.getOrDefault(export.progress().topic(), Map.of()));
        }
    }

    @PreDestroy
    void close() {
        all.parallelStream().forEach(TopicExport::close);
    }
}
