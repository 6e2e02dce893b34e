package marketplace.bench.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** All partitions of a topic. */
final class Partitions {
    private Partitions() {}

    /** Has a consumer read everything that comes from now on, without a group. */
    static void readFromEnd(final Consumer<?, ?> consumer, final List<String> topics) {
        final List<TopicPartition> all =
                topics.stream().flatMap(topic -> of(consumer, topic).stream()).toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        // Where the end is, is asked at the first look.
        all.forEach(consumer::position);
    }

    private static List<TopicPartition> of(final Consumer<?, ?> consumer, final String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
