package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import marketplace.local.platform.PartState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectorStateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_connector_whose_tasks_run_is_ready() throws IOException {
        assertThat(state("RUNNING", "RUNNING")).isEqualTo(new ConnectorState(PartState.READY, "1 task"));
        assertThat(state("RUNNING", "RUNNING", "RUNNING")).isEqualTo(new ConnectorState(PartState.READY, "2 tasks"));
    }

    @Test
    void one_task_that_failed_fails_the_connector_with_the_first_line_of_its_trace() throws IOException {
        assertThat(state("RUNNING", "RUNNING", "FAILED"))
                .isEqualTo(new ConnectorState(PartState.FAILED, "task 1: java.io.IOException: no file"));
    }

    @Test
    void a_connector_that_failed_itself_says_why() throws IOException {
        assertThat(state("FAILED")).isEqualTo(new ConnectorState(PartState.FAILED, "java.io.IOException: no file"));
    }

    @ParameterizedTest
    @CsvSource({
        "PAUSED, PAUSED, STOPPED",
        "STOPPED, PAUSED, STOPPED",
        "UNASSIGNED, UNASSIGNED, STARTING",
        "RUNNING, UNASSIGNED, STARTING",
        "RUNNING, RESTARTING, STARTING"
    })
    void what_neither_runs_nor_failed_is_stopped_or_starting(String connector, String task, PartState state)
            throws IOException {
        assertThat(state(connector, task).state()).isEqualTo(state);
    }

    @Test
    void a_connector_without_tasks_has_yet_to_start() throws IOException {
        assertThat(state("RUNNING").state()).isEqualTo(PartState.STARTING);
    }

    private static ConnectorState state(String connector, String... tasks) throws IOException {
        return ConnectorState.of(JSON.readTree(FakeConnect.status(connector, tasks)));
    }
}
