package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.events.Product;
import marketplace.hadoop.lake.TopicTable;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records become rows. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class ExportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningEngines engines;
    private TargetTopics topics;
    private LakeReader lake;

    ExportIT(final RunningEngines engines) {
        this.engines = engines;
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

    private HadoopApi exporting(final String topic) {
        return HadoopApi.on(engines, Map.of("export.topics", topic, "export.commit.idle", "1s"));
    }

    @Test
    void a_record_becomes_a_row_with_all_that_it_says_and_where_it_stood() {
        final String topic = engines.topicFor("hadoop-api", Cluster.TARGET, "allowed-products");
        final Product product = Events.product("1");
        topics.put(topic, "1", product);
        topics.put(topic, "1", null);
        topics.flush();

        try (HadoopApi api = exporting(topic)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lake.rows(topic)).hasSize(2));
            assertThat(api.isReady()).isTrue();
        }

        final Record row = row(topic, false);
        assertThat(row.getField("product_id")).isEqualTo("1");
        assertThat(row.getField("name")).isEqualTo("Клавиатура");
        assertThat(((Record) row.getField("price")).getField("amount")).isEqualTo(new BigDecimal("4999.9900"));
        assertThat(row.getField("tags")).isEqualTo(List.of("тест", "клавиши"));
        assertThat(((Record) ((List<?>) row.getField("images")).get(0)).getField("alt"))
                .isEqualTo("спереди");
        assertThat(row.getField("specifications")).isEqualTo(Map.of("вес", "1 кг"));
        assertThat(row.getField("index")).isNull();
        assertThat(row.getField("updated_at")).isEqualTo(at(product.getUpdatedAt()));
        assertThat(row.getField("event_at")).isEqualTo(at(product.getUpdatedAt()));
        assertThat(row.getField("kafka_key")).isEqualTo("1");
        assertThat(row.getField("kafka_offset")).isEqualTo(0L);

        final Record tombstone = row(topic, true);
        assertThat(tombstone.getField("product_id")).isNull();
        assertThat(tombstone.getField("kafka_key")).isEqualTo("1");
        assertThat(tombstone.getField("kafka_offset")).isEqualTo(1L);
        assertThat(tombstone.getField("kafka_partition")).isEqualTo(row.getField("kafka_partition"));
        assertThat(tombstone.getField("event_at")).isEqualTo(tombstone.getField("kafka_timestamp"));
        assertThat(lake.table(topic).properties().get(TopicTable.OFFSETS))
                .contains("\"" + row.getField("kafka_partition") + "\":2");
    }

    private Record row(final String topic, final boolean tombstone) {
        return lake.rows(topic).stream()
                .filter(row -> row.getField("kafka_tombstone").equals(tombstone))
                .findFirst()
                .orElseThrow();
    }

    private static OffsetDateTime at(final Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @Test
    void poison_is_put_aside_and_its_neighbours_are_exported() {
        final String topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
        topics.put(topic, "client", Events.view("before"));
        topics.putBytes(topic, "client", "nonsense".getBytes(StandardCharsets.UTF_8));
        topics.put(topic, "client", Events.view("never", Instant.ofEpochMilli(Long.MAX_VALUE)));
        topics.put(topic, "client", Events.view("after"));
        topics.flush();

        try (HadoopApi api = exporting(topic)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lake.rows(topic))
                    .extracting(row -> row.getField("event_id"))
                    .containsExactlyInAnyOrder("before", "after"));
            assertThat(api.get("/prometheus").body())
                    .contains("export_records_total{result=\"dead_letter\",topic=\"" + topic + "\"} 2");
        }

        assertThat(topics.read("hadoop-api.dlq").stream()
                        .filter(letter -> topic.equals(new String(
                                letter.headers().lastHeader("dead-letter.topic").value(), StandardCharsets.UTF_8)))
                        .map(letter -> new String(
                                letter.headers()
                                        .lastHeader("dead-letter.reason")
                                        .value(),
                                StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder("NO_MAGIC_BYTE", "PROCESSING");
    }
}
