package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import marketplace.local.platform.InnerPart;
import marketplace.local.platform.PartState;
import marketplace.local.platform.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectorsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private FakeConnect connect;
    private Step step;

    @BeforeEach
    void begin() throws IOException {
        connect = new FakeConnect();
        step = step(LONG);
        define("a-sink", "{\"connector.class\": \"A\", \"topics\": \"a\"}");
        define("b-sink", "{\"connector.class\": \"B\", \"topics\": \"b\"}");
    }

    @AfterEach
    void end() {
        connect.close();
    }

    @Test
    void every_file_is_a_connector_of_its_name() throws Exception {
        define("readme.md", "not one");

        assertThat(step.work().run()).isEqualTo("2 connectors, a-sink created, b-sink created");

        assertThat(connect.configs).containsOnlyKeys("a-sink", "b-sink");
        assertThat(connect.configs.get("a-sink")).contains("\"topics\":\"a\"");
        assertThat(step.inside().look())
                .containsExactly(
                        new InnerPart("a-sink", PartState.READY, connect.url() + "/connectors/a-sink", "1 task"),
                        new InnerPart("b-sink", PartState.READY, connect.url() + "/connectors/b-sink", "1 task"));
    }

    @Test
    void the_folder_that_they_write_into_is_made() throws Exception {
        step.work().run();

        assertThat(folder.resolve("files")).isDirectory();
    }

    @Test
    void a_second_time_changes_nothing_but_what_is_defined_otherwise() throws Exception {
        step.work().run();
        connect.changes.clear();
        assertThat(step.work().run()).isEqualTo("2 connectors");
        assertThat(connect.changes).isEmpty();

        define("b-sink", "{\"connector.class\": \"B\", \"topics\": \"b,c\"}");

        assertThat(step.work().run()).isEqualTo("2 connectors, b-sink changed");
        assertThat(connect.changes).containsExactly("put b-sink");
    }

    @Test
    void what_failed_is_started_again() throws Exception {
        step.work().run();
        connect.changes.clear();
        connect.statuses.put("a-sink", FakeConnect.status("RUNNING", "FAILED"));

        assertThat(step.work().run()).isEqualTo("2 connectors, a-sink restarted");

        assertThat(connect.changes).containsExactly("restart a-sink");
    }

    @Test
    void a_failure_from_before_a_change_is_not_believed_at_once() throws Exception {
        step.work().run();
        connect.statuses.put("a-sink", FakeConnect.status("RUNNING", "FAILED"));
        connect.staleLooks.set(5);

        assertThat(step.work().run()).isEqualTo("2 connectors, a-sink restarted");
    }

    @Test
    void a_failed_task_shows_and_its_neighbour_does_well() throws Exception {
        step.work().run();
        connect.statuses.put("a-sink", FakeConnect.status("RUNNING", "FAILED"));

        assertThat(step.inside().look())
                .extracting(InnerPart::state, InnerPart::note)
                .containsExactly(
                        tuple(PartState.FAILED, "task 0: java.io.IOException: no file"),
                        tuple(PartState.READY, "1 task"));
    }

    @Test
    void a_connector_that_is_gone_has_failed() throws Exception {
        step.work().run();
        connect.statuses.remove("a-sink");

        assertThat(step.inside().look().get(0).note()).isEqualTo("Kafka Connect does not know it");
        assertThat(step.inside().look().get(0).state()).isEqualTo(PartState.FAILED);
    }

    @Test
    void all_have_failed_when_connect_does_not_answer() throws Exception {
        step.work().run();
        connect.close();

        assertThat(step.inside().look())
                .hasSize(2)
                .allMatch(connector -> connector.state() == PartState.FAILED)
                .allMatch(connector -> connector.note().equals("Kafka Connect does not answer"));
    }

    @Test
    void connectors_that_take_their_time_are_left_to_whoever_looks_later() throws Exception {
        step = step(Duration.ZERO);
        step.work().run();
        connect.statuses.put("a-sink", FakeConnect.status("UNASSIGNED"));

        assertThat(step.work().run()).isEqualTo("2 connectors, a-sink starting");
    }

    @Test
    void a_connect_that_is_busy_with_itself_is_asked_again() throws Exception {
        connect.first.addAll(List.of(new Http.Answer(409, "{}"), new Http.Answer(500, "{}")));

        assertThat(step.work().run()).startsWith("2 connectors");
    }

    @Test
    void a_connector_that_is_refused_fails_the_step_with_what_connect_says() throws IOException {
        Files.delete(folder.resolve("b-sink.json"));
        connect.first.add(new Http.Answer(404, "{}"));
        connect.first.add(new Http.Answer(400, "{\"message\": \"Missing required configuration: topics\\n\"}"));

        assertThatThrownBy(() -> step.work().run())
                .hasMessage("Kafka Connect refused the connector a-sink with 400:"
                        + " Missing required configuration: topics");
    }

    @Test
    void a_file_that_is_no_definition_fails_the_step_by_its_name() throws IOException {
        define("c-sink", "{\"topics\": ");

        assertThatThrownBy(() -> step.work().run()).hasMessageContaining("c-sink.json");
        assertThat(connect.configs).isEmpty();
    }

    private Step step(Duration patience) {
        return new Connectors(folder, folder.resolve("files"), new ConnectRest(connect.url()), patience)
                .step(Set.of("kafka-connect"));
    }

    private void define(String name, String config) throws IOException {
        Files.writeString(folder.resolve(name.contains(".") ? name : name + ".json"), config);
    }
}
