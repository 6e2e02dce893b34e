package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who read at the primary cluster goes on at the target. */
@ExtendWith(RunningPlatform.class)
class FailoverIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Marketplace marketplace;
    private final String run = UUID.randomUUID().toString();

    FailoverIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void a_consumer_group_goes_on_at_the_target_where_it_stopped_at_the_primary() throws Exception {
        var group = "stream-processing-failover-" + run;
        var topic = Topics.SEARCH_PRODUCTS.name();
        tombstones(topic, "before", 600);
        readAndCommit(group, topic);

        var committed = awaitCommittedOnTarget(group);
        tombstones(topic, "after", 60);

        var seen = new HashSet<String>();
        try (var consumer = consumer("target", "operator", Map.of())) {
            consumer.assign(committed.keySet());
            committed.forEach((partition, offset) -> consumer.seek(partition, offset.offset()));
            var deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline)
                    && seen.stream().filter(key -> key.contains("after")).count() < 60) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> seen.add(record.key()));
            }
        }
        assertThat(seen)
                .as("none of what came after is skipped")
                .filteredOn(key -> key.startsWith(run + "/after"))
                .hasSize(60);
        assertThat(seen)
                .as("little of what came before is read again")
                .filteredOn(key -> key.startsWith(run + "/before"))
                .hasSizeLessThan(450);
    }

    private void tombstones(String topic, String name, int count) throws Exception {
        try (var producer = new KafkaProducer<>(
                marketplace.client("primary", "client-api"), new StringSerializer(), new StringSerializer())) {
            for (int number = 0; number < count; number++) {
                producer.send(new ProducerRecord<>(topic, run + "/" + name + "/" + number, null))
                        .get();
            }
        }
    }

    private void readAndCommit(String group, String topic) throws IOException {
        try (var consumer = consumer("primary", "stream-processing", Map.of("group.id", group))) {
            consumer.subscribe(List.of(topic));
            int mine = 0;
            while (mine < 600) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    mine += record.key().startsWith(run) ? 1 : 0;
                }
            }
            consumer.commitSync();
        }
    }

    /** The group's offsets on the target, once the mirror has carried over one for each partition. */
    private Map<TopicPartition, OffsetAndMetadata> awaitCommittedOnTarget(String group) throws Exception {
        try (var admin = Admin.create(marketplace.client("target", "admin"))) {
            var deadline = Instant.now().plus(PATIENCE);
            while (true) {
                var offsets = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                if (offsets.size() == 3) {
                    return offsets;
                }
                assertThat(Instant.now())
                        .as("offsets of " + group + ": " + offsets)
                        .isBefore(deadline);
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private KafkaConsumer<String, String> consumer(String cluster, String principal, Map<String, Object> more)
            throws IOException {
        var settings = marketplace.client(cluster, principal);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), (topic, bytes) -> bytes == null ? null : "");
    }
}
