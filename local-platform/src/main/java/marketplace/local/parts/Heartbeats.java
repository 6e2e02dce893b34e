package marketplace.local.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Readiness;
import marketplace.local.security.Secrets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells whether the mirror mirrors: each second it puts a heartbeat on the primary cluster, and only one that arrived
 * on the target since the start counts. Its tasks can be absent without any error, so nothing less does.
 */
final class Heartbeats implements Readiness {
    private static final TopicPartition ARRIVED = new TopicPartition("primary.heartbeats", 0);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Setting setting;
    private final Instant begun;

    Heartbeats(Setting setting, Clock clock) {
        this.setting = setting;
        this.begun = clock.instant();
    }

    @Override
    public boolean isReady() {
        try (var consumer = consumer()) {
            consumer.assign(List.of(ARRIVED));
            long end = consumer.endOffsets(List.of(ARRIVED)).get(ARRIVED);
            consumer.seek(ARRIVED, Math.max(0, end - 3));
            for (ConsumerRecord<byte[], byte[]> heartbeat : consumer.poll(LOOK)) {
                if (!Instant.ofEpochMilli(heartbeat.timestamp()).isBefore(begun)) {
                    return true;
                }
            }
            return false;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(
                setting.secrets().client(Secrets.ADMIN, Cluster.TARGET, setting.ports(), setting.nodes()));
        settings.put("client.id", "launcher-heartbeats");
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", 3_000);
        settings.put("request.timeout.ms", 3_000);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.metrics.push", false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
