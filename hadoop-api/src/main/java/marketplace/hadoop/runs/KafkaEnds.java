package marketplace.hadoop.runs;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import marketplace.service.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the cluster. */
@Singleton
final class KafkaEnds implements Ends {
    private final Admin admin;

    KafkaEnds(final KafkaClients clients) {
        admin = clients.admin("hadoop-api-ends");
    }

    @Override
    public Map<String, Map<Integer, Long>> of(final Collection<String> topics) {
        try {
            final Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(topics).allTopicNames().get().forEach((topic, about) -> about.partitions()
                    .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest())));
            final Map<String, Map<Integer, Long>> ends = new HashMap<>();
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.computeIfAbsent(partition.topic(), first -> new HashMap<>())
                            .put(partition.partition(), end.offset()));
            return ends;
        } catch (final ExecutionException e) {
            throw new EndsUnknownException(e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndsUnknownException(e);
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
