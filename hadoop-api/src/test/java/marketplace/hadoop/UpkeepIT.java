package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import marketplace.catalogue.Cluster;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables are kept up while they are read and written. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class UpkeepIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int READINGS_WHILE_FILES_CHANGE = 8;

    private final RunningEngines engines;
    private final String topic;
    private TargetTopics topics;
    private LakeReader lake;

    UpkeepIT(final RunningEngines engines) {
        this.engines = engines;
        this.topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
    }

    @BeforeEach
    void open() {
        topics = new TargetTopics(engines);
        lake = new LakeReader(engines.hdfsUrl());
    }

    @AfterEach
    void close() throws Exception {
        topics.close();
        lake.close();
    }

    private HadoopApi exporting(final Map<String, Object> more) {
        final Map<String, Object> settings = new HashMap<>(more);
        settings.put("export.topics", topic);
        settings.put("export.commit.bytes", 20_000);
        settings.put("upkeep.interval", "500ms");
        settings.put("upkeep.small-files", 2);
        return HadoopApi.on(engines, settings);
    }

    @Test
    void who_reads_while_files_are_made_larger_sees_every_row_once() throws Exception {
        final int written;
        try (HadoopApi api = exporting(Map.of())) {
            try (EventStream events = new EventStream(topics, topic)) {
                await().atMost(PATIENCE).until(() -> lake.count(topic) > 0);
                int before = 0;
                for (int reading = 0; reading < READINGS_WHILE_FILES_CHANGE; reading++) {
                    final List<String> seen = lake.origins(topic);
                    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(before);
                    before = seen.size();
                }
                await().atMost(PATIENCE).until(() -> replacements() > 0);
                written = events.end();
            }
            await().atMost(PATIENCE).until(() -> api.post("/data?wait=true").statusCode() == 200);
            await().atMost(PATIENCE).until(() -> files() < 3);
        }

        assertThat(lake.origins(topic)).hasSize(written).doesNotHaveDuplicates();
    }

    @Test
    void old_versions_and_forgotten_files_go_and_the_table_stays() throws Exception {
        try (HadoopApi api = exporting(Map.of())) {
            for (int event = 0; event < 20; event++) {
                topics.put(topic, "client", Events.view("e" + event));
                topics.flush();
                await().atMost(PATIENCE).until(() -> api.post("/data?wait=true").statusCode() == 200);
            }
        }
        final Table table = lake.table(topic);
        final String forgotten = table.location() + "/data/forgotten.parquet";
        try (OutputStream file = table.io().newOutputFile(forgotten).create()) {
            file.write(1);
        }

        // Nothing is being written: so whatever no version refers to is forgotten, however young.
        try (HadoopApi api = exporting(Map.of("upkeep.snapshots", "0s", "upkeep.orphans", "0s"))) {
            await().atMost(PATIENCE)
                    .until(() -> !table.io().newInputFile(forgotten).exists());
            await().atMost(PATIENCE).until(() -> snapshots() <= 10);
            assertThat(api.isReady()).isTrue();
        }

        assertThat(lake.origins(topic)).hasSize(20).doesNotHaveDuplicates();
    }

    private long snapshots() {
        return StreamSupport.stream(lake.table(topic).snapshots().spliterator(), false)
                .count();
    }

    private long replacements() {
        return StreamSupport.stream(lake.table(topic).snapshots().spliterator(), false)
                .filter(snapshot -> snapshot.operation().equals("replace"))
                .count();
    }

    private long files() throws Exception {
        try (CloseableIterable<?> files = lake.table(topic).newScan().planFiles()) {
            return StreamSupport.stream(files.spliterator(), false).count();
        }
    }
}
