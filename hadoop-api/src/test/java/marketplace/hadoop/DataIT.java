package marketplace.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.testing.ApiDocument;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data is asked for over HTTP. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.HDFS})
final class DataIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningEngines engines;
    private final String topic;
    private TargetTopics topics;

    DataIT(final RunningEngines engines) {
        this.engines = engines;
        this.topic = engines.topicFor("hadoop-api", Cluster.TARGET, "client-events");
    }

    @BeforeEach
    void open() {
        topics = new TargetTopics(engines);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    /** Commits only when it is asked to. */
    private HadoopApi exporting(final Map<String, Object> settings) {
        final Map<String, Object> all = new HashMap<>(settings);
        all.put("export.topics", topic);
        all.put("export.commit.idle", "1h");
        all.put("export.commit.age", "1h");
        return HadoopApi.on(engines, all);
    }

    @Test
    void what_stood_on_the_topics_is_in_the_tables_when_the_run_is_done() throws Exception {
        for (int event = 0; event < 500; event++) {
            topics.put(topic, "client-" + event, Events.view("e" + event));
        }
        final Instant newest = Events.now().plusSeconds(60);
        topics.put(topic, "client", Events.view("last", newest));
        topics.flush();

        try (HadoopApi api = exporting(Map.of());
                LakeReader lake = new LakeReader(engines.hdfsUrl())) {
            final HttpResponse<String> answer = api.post("/data?wait=true");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(lake.rows(topic)).hasSize(501);
            final JsonNode run = JSON.readTree(answer.body());
            assertThat(run.path("state").asText()).isEqualTo("done");
            assertThat(run.at("/topics/0/topic").asText()).isEqualTo(topic);
            assertThat(run.at("/topics/0/records").asInt()).isEqualTo(501);
            assertThat(run.at("/topics/0/bytes").asInt()).isGreaterThan(501 * 30);
            assertThat(run.at("/topics/0/partitions")).hasSize(3);
            assertThat(run.at("/topics/0/partitions").findValuesAsText("lag")).containsOnly("0");

            final JsonNode same =
                    body(api.get("/data/runs/" + run.path("run_id").asText()));
            assertThat(same).isEqualTo(run);
            assertThat(body(api.get("/data/runs"))).contains(run);

            final JsonNode table = body(api.get("/data/tables")).get(0);
            assertThat(table.path("topic").asText()).isEqualTo(topic);
            assertThat(table.path("rows").asInt()).isEqualTo(501);
            assertThat(table.path("files").asInt()).isPositive();
            assertThat(table.path("bytes").asInt()).isPositive();
            assertThat(table.path("snapshots").asInt()).isPositive();
            assertThat(table.path("newest_event").asText()).isEqualTo(newest.toString());
        }
    }

    @Test
    void a_run_that_is_not_waited_for_says_where_to_look() {
        topics.put(topic, "client", Events.view("1"));
        topics.flush();

        try (HadoopApi api = exporting(Map.of())) {
            final HttpResponse<String> answer = api.post("/data");

            assertThat(answer.statusCode()).isEqualTo(202);
            final String where = answer.headers().firstValue("Location").orElseThrow();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            body(api.get(where)).path("state").asText())
                    .isEqualTo("done"));
        }
    }

    @Test
    void an_empty_lake_is_told_as_such_and_a_run_on_it_is_done_at_once() throws Exception {
        try (HadoopApi api = exporting(Map.of())) {
            assertThat(api.post("/data?wait=true").statusCode()).isEqualTo(200);
            assertThat(body(api.get("/data/tables")).get(0).path("rows").asInt(-1))
                    .isZero();
        }
    }

    @Test
    void a_run_that_nobody_asked_for_is_not_found() {
        try (HadoopApi api = exporting(Map.of())) {
            final HttpResponse<String> answer = api.get("/data/runs/none");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is no run none.");
        }
    }

    @Test
    void with_api_keys_only_an_analyst_may_ask_for_data(@TempDir final Path folder) throws Exception {
        final Path keys = folder.resolve("keys");
        Files.writeString(keys, "analyst analyst " + "0".repeat(64) + "\n");

        try (HadoopApi api = exporting(Map.of("api.keys", keys.toString()))) {
            assertThat(api.post("/data").statusCode()).isEqualTo(401);
            assertThat(api.get("/data/tables").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_operations_have_the_names_of_the_story() {
        try (HadoopApi api = exporting(Map.of())) {
            final ApiDocument document =
                    ApiDocument.read(api.get("/swagger/openapi.json").body());

            assertThat(document.faults()).isEmpty();
            assertThat(document.operationIds()).contains("get_data", "get_runs", "get_run", "get_tables");
            assertThat(api.get("/docs").statusCode()).isEqualTo(200);
        }
    }

    private static JsonNode body(final HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
