package marketplace.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topic;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What stands on a topic. It is shared with other classes: look for records of one's own. */
final class TopicLog<V> implements AutoCloseable {
    private final KafkaConsumer<String, V> consumer;
    private final List<ConsumerRecord<String, V>> seen = new ArrayList<>();

    TopicLog(final RunningEngines engines, final Topic<String, V> topic) {
        final Map<String, Object> settings = engines.clientSettings(Cluster.PRIMARY, "operator");
        consumer = new KafkaConsumer<>(settings, topic.keyDeserializer(), topic.deserializer(settings));
        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(Collectors.toSet()));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Waits for a record. */
    ConsumerRecord<String, V> waitFor(final Predicate<V> wanted) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !find(wanted).isEmpty());
        return find(wanted).get(0);
    }

    /** The records that have come so far. */
    List<ConsumerRecord<String, V>> find(final Predicate<V> wanted) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen.stream().filter(record -> wanted.test(record.value())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
