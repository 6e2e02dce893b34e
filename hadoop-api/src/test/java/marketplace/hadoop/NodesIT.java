package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.client.HdfsAdmin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of HDFS are killed while topics are exported. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class NodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static HdfsNodes hdfs;

    private final RunningEngines engines;
    private final String topic;

    NodesIT(final RunningEngines engines) {
        this.engines = engines;
        this.topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
    }

    @BeforeAll
    static void start() {
        hdfs = new HdfsNodes(folder);
    }

    @AfterAll
    static void stop() {
        hdfs.close();
    }

    private HadoopApi exporting() {
        final Map<String, Object> settings = new HashMap<>();
        settings.put("lake.warehouse", hdfs.url() + "/");
        settings.put("export.topics", topic);
        settings.put("export.commit.bytes", 100_000);
        settings.put("export.patience", "2s");
        return HadoopApi.on(engines, settings);
    }

    @Test
    void when_a_data_node_is_killed_during_a_write_the_commits_go_on() throws Exception {
        try (TargetTopics topics = new TargetTopics(engines);
                LakeReader lake = new LakeReader(hdfs.url());
                HadoopApi api = exporting()) {
            final int written;
            try (EventStream events = new EventStream(topics, topic)) {
                awaitMoreThan(0, lake);
                hdfs.killDataNode(1);
                awaitMoreThan(events.count(), lake);
                written = events.end();
            } finally {
                hdfs.startDataNode(1);
            }
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(200);

            assertThat(lake.origins(topic)).hasSize(written).doesNotHaveDuplicates();
        }
    }

    @Test
    void while_the_name_node_is_away_the_export_waits_and_says_so_and_loses_nothing() throws Exception {
        try (TargetTopics topics = new TargetTopics(engines);
                LakeReader lake = new LakeReader(hdfs.url());
                HadoopApi api = exporting()) {
            final int written;
            try (EventStream events = new EventStream(topics, topic)) {
                awaitMoreThan(0, lake);
                hdfs.killNameNode();
                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(api.isReady()).isFalse();
                    assertThat(api.get("/health/readiness").body()).contains("waiting_for");
                });
                assertThat(api.get("/data/tables").statusCode()).isEqualTo(503);

                hdfs.startNameNode();
                awaitMoreThan(events.count(), lake);
                await().atMost(PATIENCE).until(api::isReady);
                written = events.end();
            }
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(200);

            assertThat(lake.origins(topic)).hasSize(written).doesNotHaveDuplicates();
        }
    }

    @Test
    void when_there_is_no_room_left_it_says_so_and_the_table_stays_whole_until_there_is() throws Exception {
        final org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("/marketplace");
        try (TargetTopics topics = new TargetTopics(engines);
                LakeReader lake = new LakeReader(hdfs.url());
                HadoopApi api = exporting()) {
            final HdfsAdmin admin = new HdfsAdmin(URI.create(hdfs.url()), new Configuration());
            final int written;
            try (EventStream events = new EventStream(topics, topic)) {
                awaitMoreThan(0, lake);
                admin.setSpaceQuota(root, 1);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                api.get("/health/readiness").body())
                        .contains("quota of /marketplace is exceeded"));
                assertThat(lake.origins(topic)).isNotEmpty().doesNotHaveDuplicates();

                admin.clearSpaceQuota(root);
                awaitMoreThan(events.count(), lake);
                written = events.end();
            } finally {
                admin.clearSpaceQuota(root);
            }
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(200);

            assertThat(lake.origins(topic)).hasSize(written).doesNotHaveDuplicates();
        }
    }

    private void awaitMoreThan(final int rows, final LakeReader lake) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(lake.count(topic))
                .isGreaterThan(rows));
    }
}
