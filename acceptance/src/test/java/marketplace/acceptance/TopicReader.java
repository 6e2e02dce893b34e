package marketplace.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics, as the operator. */
final class TopicReader {
    private final Marketplace marketplace;

    TopicReader(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** The records of a topic whose keys begin so, committed ones only, as far as the topic goes now. */
    List<ConsumerRecord<String, byte[]>> read(String cluster, String topic, String keyPrefix) throws IOException {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        read(cluster, topic, record -> {
            if (record.key() != null && record.key().startsWith(keyPrefix)) {
                found.add(record);
            }
        });
        return found;
    }

    private void read(String cluster, String topic, Consumer<ConsumerRecord<String, byte[]>> each) throws IOException {
        var settings = marketplace.client(cluster, "operator");
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each);
            }
        }
    }
}
