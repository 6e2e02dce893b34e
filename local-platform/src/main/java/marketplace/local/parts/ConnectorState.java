package marketplace.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketplace.local.platform.PartState;

/**
 * How a connector and its tasks stand: the worst of them counts.
 *
 * @param note how many tasks run, or why it failed
 */
record ConnectorState(PartState state, String note) {
    private static final String FAILED = "FAILED";

    /** Reads what Connect says of one connector. */
    static ConnectorState of(JsonNode status) {
        var connector = status.path("connector");
        var tasks = status.path("tasks");
        if (is(connector, FAILED)) {
            return new ConnectorState(PartState.FAILED, firstLine(connector));
        }
        for (JsonNode task : tasks) {
            if (is(task, FAILED)) {
                return new ConnectorState(
                        PartState.FAILED, "task " + task.path("id").asText() + ": " + firstLine(task));
            }
        }
        if (is(connector, "PAUSED") || is(connector, "STOPPED")) {
            return new ConnectorState(PartState.STOPPED, "on purpose");
        }
        if (!tasks.isEmpty() && all(connector, tasks).allMatch(one -> is(one, "RUNNING"))) {
            return new ConnectorState(PartState.READY, tasks.size() + (tasks.size() == 1 ? " task" : " tasks"));
        }
        return new ConnectorState(PartState.STARTING, "");
    }

    private static Stream<JsonNode> all(JsonNode connector, JsonNode tasks) {
        return Stream.concat(Stream.of(connector), StreamSupport.stream(tasks.spliterator(), false));
    }

    private static boolean is(JsonNode one, String state) {
        return one.path("state").asText().equals(state);
    }

    private static String firstLine(JsonNode one) {
        return one.path("trace").asText().lines().findFirst().orElse("no reason is given");
    }
}
