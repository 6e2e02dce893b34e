package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import marketplace.catalogue.Cluster;
import marketplace.hadoop.lake.TopicTable;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;

/** The service is killed again and again, whatever it is doing. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class KillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KILLS = 10;
    private static final int AFTER_A_COMMIT_MILLIS = 1_200;

    private final RunningEngines engines;
    private final String topic;

    KillIT(final RunningEngines engines) {
        this.engines = engines;
        this.topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
    }

    @Test
    void after_ten_kills_at_any_moment_every_record_is_in_the_table_once() throws Exception {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final int written;
        try (TargetTopics topics = new TargetTopics(engines);
                LakeReader lake = new LakeReader(engines.hdfsUrl());
                EventStream events = new EventStream(topics, topic)) {
            for (int kill = 0; kill < KILLS; kill++) {
                final String before = offsets(lake);
                try (JavaProcess api = start()) {
                    await().atMost(PATIENCE).until(() -> !offsets(lake).equals(before));
                    pass(random.nextInt(AFTER_A_COMMIT_MILLIS));
                    assertThat(api.isAlive()).isTrue();
                    api.kill();
                }
            }
            written = events.end();
        }

        try (HadoopApi api = HadoopApi.on(engines, lastTime());
                LakeReader lake = new LakeReader(engines.hdfsUrl())) {
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(200);
            assertThat(lake.origins(topic)).as("seed %d", seed).hasSize(written).doesNotHaveDuplicates();
        }
    }

    private String offsets(final LakeReader lake) {
        return lake.isThere(topic) ? lake.table(topic).properties().getOrDefault(TopicTable.OFFSETS, "") : "";
    }

    /** The moment is chosen by chance, not by what happens. */
    private static void pass(final int millis) {
        final AtomicBoolean asked = new AtomicBoolean();
        await().pollDelay(Duration.ofMillis(millis)).atMost(PATIENCE).until(() -> !asked.getAndSet(true));
    }

    private JavaProcess start() {
        final Map<String, String> environment = new HashMap<>();
        engines.clientSettings(Cluster.TARGET, "hadoop-api")
                .forEach((key, value) -> environment.put(
                        key.startsWith("schema.") ? variable(key) : "KAFKA_" + variable(key), value.toString()));
        environment.put("LAKE_WAREHOUSE", engines.hdfsUrl() + "/");
        environment.put("EXPORT_TOPICS", topic);
        environment.put("EXPORT_INSTANCE", "one");
        // One commit after the other: wherever it is hit, it is in the middle of something.
        environment.put("EXPORT_COMMIT_BYTES", "20000");
        environment.put("SERVER_PORT", "-1");
        return JavaProcess.start(
                "hadoop-api",
                "hadoop-api",
                "256m",
                environment,
                List.of("marketplace.engines.Leash", "marketplace.hadoop.Application"));
    }

    private static String variable(final String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private Map<String, Object> lastTime() {
        return Map.of("export.topics", topic, "export.instance", "one");
    }
}
