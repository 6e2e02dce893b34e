package marketplace.service.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import marketplace.schemas.AvroConfig;
import marketplace.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Makes the Kafka clients of a service. Every one gets the settings under {@code kafka}, is measured, and belongs to
 * whoever asked for it.
 */
@Singleton
public final class KafkaClients {
    private static final String PREFIX = "kafka";

    /**
     * A dead broker's partitions move in seconds; what is not acknowledged by then is refused, in bounded time. Requests of
     * single items wait a moment for each other: every batch costs three brokers the same, with one record or with many.
     */
    private static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 20,
            ProducerConfig.BATCH_SIZE_CONFIG, 65_536,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);

    private static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

    private final Map<String, Object> common;
    private final MeterRegistry meters;
    private final List<TopicProducer<?, ?>> newcomers = new CopyOnWriteArrayList<>();

    KafkaClients(final Environment environment, final MeterRegistry meters) {
        this.common = common(environment);
        this.meters = meters;
    }

    /** The settings that all clients of this service have, those of the serializers among them. */
    public Map<String, Object> settings() {
        return common;
    }

    /** A producer to a topic, whose records a quorum has before they are acknowledged. */
    public <K, V> TopicProducer<K, V> producer(final String clientId, final Topic<K, V> topic) {
        return producer(clientId, topic, Map.of());
    }

    /** The same, with settings that come before all others. */
    public <K, V> TopicProducer<K, V> producer(
            final String clientId, final Topic<K, V> topic, final Map<String, Object> settings) {
        final Map<String, Object> all = merged(PRODUCER, clientId);
        all.putAll(settings);
        final TopicProducer<K, V> producer = new TopicProducer<>(
                () -> new KafkaProducer<>(all, topic.keySerializer(), topic.serializer(common)), meters);
        newcomers.add(producer);
        return producer;
    }

    /** Looks after producers until something got through them. */
    @Scheduled(fixedDelay = "2s")
    void look() {
        newcomers.forEach(TopicProducer::look);
        newcomers.removeIf(TopicProducer::isSettled);
    }

    /** A consumer that reads committed records only and commits nothing by itself. */
    public <K, V> Consumer<K, V> consumer(
            final String clientId,
            final Deserializer<K> keys,
            final Deserializer<V> values,
            final Map<String, Object> settings) {
        final Consumer<K, V> consumer = passingConsumer(clientId, keys, values, settings);
        new KafkaClientMetrics(consumer).bindTo(meters);
        return consumer;
    }

    /** The same for one piece of work: it is not measured, since measures stay when what they measure is closed. */
    public <K, V> Consumer<K, V> passingConsumer(
            final String clientId,
            final Deserializer<K> keys,
            final Deserializer<V> values,
            final Map<String, Object> settings) {
        final Map<String, Object> all = merged(CONSUMER, clientId);
        all.putAll(settings);
        return new KafkaConsumer<>(all, keys, values);
    }

    /** An administrative client, for what the service's own principal may ask. */
    public Admin admin(final String clientId) {
        return Admin.create(merged(Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 3_000), clientId));
    }

    private Map<String, Object> merged(final Map<String, Object> defaults, final String clientId) {
        final Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(common);
        all.put("client.id", clientId);
        all.remove(AvroConfig.REGISTRY_URL);
        return all;
    }

    private static Map<String, Object> common(final Environment environment) {
        final Map<String, Object> settings = new HashMap<>();
        settings.put("enable.metrics.push", false);
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 1_000);
        environment.getProperties(PREFIX, StringConvention.RAW).forEach((key, value) -> {
            if (key.equals(key.toLowerCase(Locale.ROOT)) && !key.contains("-")) {
                settings.put(key, value.toString());
            }
        });
        // Every key of Kafka's, without a list of them: KAFKA_LINGER_MS is linger.ms.
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                settings.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        settings.put(AvroConfig.REGISTRY_URL, environment.getRequiredProperty(AvroConfig.REGISTRY_URL, String.class));
        return Map.copyOf(settings);
    }
}
