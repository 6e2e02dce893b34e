package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;

/** Two that export the same topic and know nothing of each other. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class FightIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EVENTS = 6_000;

    @Test
    void each_record_is_in_the_table_once_whoever_brought_it(final RunningEngines engines) throws Exception {
        final String topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
        try (TargetTopics topics = new TargetTopics(engines);
                LakeReader lake = new LakeReader(engines.hdfsUrl())) {
            for (int event = 0; event < EVENTS; event++) {
                topics.put(topic, "client-" + event, Events.view("e" + event));
            }
            topics.flush();

            try (HadoopApi one = exporting(engines, topic, "one");
                    HadoopApi other = exporting(engines, topic, "other")) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(lake.origins(topic)).hasSizeGreaterThanOrEqualTo(EVENTS));
                assertThat(one.post("/data?wait=true").statusCode()).isEqualTo(200);
                assertThat(other.post("/data?wait=true").statusCode()).isEqualTo(200);
            }

            assertThat(lake.origins(topic)).hasSize(EVENTS).doesNotHaveDuplicates();
        }
    }

    private static HadoopApi exporting(final RunningEngines engines, final String topic, final String group) {
        final Map<String, Object> settings = new HashMap<>();
        settings.put("export.topics", topic);
        settings.put("export.group", "hadoop-api-" + group);
        settings.put("export.commit.bytes", 60_000);
        settings.put("export.commit.idle", "1s");
        return HadoopApi.on(engines, settings);
    }
}
