package marketplace.hadoop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import marketplace.catalogue.Cluster;
import marketplace.schemas.AvroConfig;
import marketplace.schemas.AvroSerializer;
import marketplace.testing.RunningEngines;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of the target cluster, as the mirror writes them. */
final class TargetTopics implements AutoCloseable {
    private final Map<String, Object> settings;
    private final AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>();
    private final KafkaProducer<byte[], byte[]> producer;

    TargetTopics(final RunningEngines engines) {
        settings = engines.admin(Cluster.TARGET);
        final Map<String, Object> registering = new HashMap<>(settings);
        registering.put(AvroConfig.AUTO_REGISTER, true);
        serializer.configure(registering, false);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Puts a record, or with null a tombstone. */
    void put(final String topic, final String key, final IndexedRecord value) {
        putBytes(topic, key, value == null ? null : serializer.serialize(topic, value));
    }

    /** Puts a record whose schema is registered under another name. */
    void putForeign(final String topic, final String key, final IndexedRecord value) {
        putBytes(topic, key, serializer.serialize("foreign-" + UUID.randomUUID(), value));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for them all.
    void putBytes(final String topic, final String key, final byte[] value) {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    }

    void flush() {
        producer.flush();
    }

    /** Everything that stands on a topic. */
    List<ConsumerRecord<byte[], byte[]>> read(final String topic) {
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
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
