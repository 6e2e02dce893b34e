package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import marketplace.catalogue.Cluster;
import marketplace.events.ClientEvent;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of a schema that this service was not built with. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class EvolutionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningEngines engines;
    private final String topic;
    private TargetTopics topics;
    private LakeReader lake;

    EvolutionIT(final RunningEngines engines) {
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

    @Test
    void a_new_optional_field_comes_into_the_table_and_old_and_new_rows_are_read_together() {
        final Schema newer = with(new Schema.Field(
                "channel",
                Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)),
                "Where the client came from.",
                JsonProperties.NULL_VALUE));
        topics.put(topic, "client", Events.view("old"));
        topics.put(topic, "client", as(newer, Events.view("new"), Map.of("channel", "newsletter")));
        topics.put(topic, "client", Events.view("old again"));
        topics.flush();

        try (HadoopApi api = exporting(topic)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lake.rows(topic))
                    .extracting(row -> row.getField("event_id") + " " + Objects.toString(row.getField("channel")))
                    .containsExactlyInAnyOrder("old null", "new newsletter", "old again null"));
            assertThat(api.isReady()).isTrue();
        }
    }

    @Test
    void a_schema_that_does_not_fit_stops_its_topic_with_one_clear_error_and_no_other() {
        final String other = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
        final Schema unfit = SchemaBuilder.record("ClientEvent")
                .namespace("marketplace.events")
                .fields()
                .requiredLong("event_id")
                .endRecord();
        topics.put(topic, "client", Events.view("before"));
        topics.flush();
        // The registry would not have it under this topic's name: somebody went around it.
        topics.putForeign(topic, "client", as(unfit, Events.view("1"), Map.of("event_id", 7L)));
        topics.put(topic, "client", Events.view("after"));
        topics.put(other, "client", Events.view("elsewhere"));
        topics.flush();

        try (HadoopApi api = exporting(topic + "," + other)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(api.get("/health/readiness").body())
                            .contains("\"stopped\":\"")
                            .contains("do not fit into the table")
                            .contains("event_id"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lake.rows(other))
                    .extracting(row -> row.getField("event_id"))
                    .containsExactly("elsewhere"));

            assertThat(api.isReady()).isFalse();
            assertThat(lake.rows(topic))
                    .as("what came before it; what comes after waits on the topic")
                    .extracting(row -> row.getField("event_id"))
                    .containsExactly("before");
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(503);
        }
    }

    private HadoopApi exporting(final String names) {
        return HadoopApi.on(engines, Map.of("export.topics", names, "export.commit.idle", "1s"));
    }

    private static Schema with(final Schema.Field more) {
        final List<Schema.Field> fields = new ArrayList<>();
        ClientEvent.getClassSchema().getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(more);
        return Schema.createRecord("ClientEvent", null, "marketplace.events", false, fields);
    }

    /** The same event in another schema: generic, with what that has more. */
    private static GenericRecord as(final Schema schema, final ClientEvent event, final Map<String, Object> more) {
        final GenericRecord record = new GenericData.Record(schema);
        final IndexedRecord plain = plain(event);
        for (final Schema.Field field : schema.getFields()) {
            final Schema.Field same = plain.getSchema().getField(field.name());
            record.put(
                    field.name(),
                    more.containsKey(field.name())
                            ? more.get(field.name())
                            : same == null ? null : plain.get(same.pos()));
        }
        return record;
    }

    private static IndexedRecord plain(final ClientEvent event) {
        final GenericRecord plain = new GenericData.Record(ClientEvent.getClassSchema());
        plain.put("event_id", event.getEventId());
        plain.put(
                "kind",
                new GenericData.EnumSymbol(
                        ClientEvent.getClassSchema().getField("kind").schema(),
                        event.getKind().name()));
        plain.put("client_id", event.getClientId());
        plain.put("product_id", event.getProductId());
        plain.put("at", event.getAt().toEpochMilli());
        return plain;
    }
}
