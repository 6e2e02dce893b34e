package marketplace.indexer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topic;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** The topics of the target cluster, as the mirror writes them. */
final class TargetTopics implements AutoCloseable {
    private final Map<String, Object> settings;
    private final Map<Topic<?, ?>, Serializer<?>> serializers = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;

    TargetTopics(final RunningEngines engines) {
        settings = engines.admin(Cluster.TARGET);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @SuppressWarnings("unchecked")
    <V> void put(final Topic<String, V> topic, final String key, final V value) {
        final Serializer<V> serializer =
                (Serializer<V>) serializers.computeIfAbsent(topic, missing -> topic.serializer(settings));
        putBytes(topic, key, serializer.serialize(topic.name(), value));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for them all.
    void putBytes(final Topic<String, ?> topic, final String key, final byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** Another key whose records stand on the same partition. */
    String beside(final Topic<String, ?> topic, final String key) {
        final int partitions = producer.partitionsFor(topic.name()).size();
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> key + "-" + number)
                .filter(other -> partition(other, partitions) == partition(key, partitions))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(final String key, final int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    void flush() {
        producer.flush();
    }

    /** Everything on a topic with this key. */
    List<ConsumerRecord<byte[], byte[]>> read(final String topic, final String key) {
        final Map<String, Object> reading = new HashMap<>(settings);
        reading.put("group.id", "operator-" + UUID.randomUUID());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            final List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            final List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
        serializers.values().forEach(Serializer::close);
    }
}
