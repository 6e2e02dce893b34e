package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import marketplace.acceptance.platform.Waiting;

/** Runs of hadoop-api, followed to their end. */
final class LakeRuns {
    private static final Duration EXPORT = Duration.ofMinutes(2);
    private static final Duration JOB = Duration.ofMinutes(4);
    private static final String RUNNING = "running";

    private final Ground ground;

    LakeRuns(final Ground ground) {
        this.ground = ground;
    }

    /** Whether a run came to its end, and to the one that it was to come to. */
    static boolean isDone(final JsonNode run) {
        return run.path("state").asText().equals("done");
    }

    /** Brings everything that stands on the topics now into the tables; how that ended. */
    JsonNode export() throws IOException, InterruptedException {
        final JsonNode run = ground.ask(ground.requests().export());
        return isRunning(run) ? follow(EXPORT, () -> exportRun(run)) : run;
    }

    private JsonNode exportRun(final JsonNode run) throws IOException, InterruptedException {
        return ground.ask(ground.requests().exportRun(run.path("run_id").asText()));
    }

    /** Makes everybody's recommendations and says how good they are; how that ended. */
    JsonNode recommend() throws IOException, InterruptedException {
        // Who asks while a run goes on is shown that one, which knows nothing yet of what was told just now.
        follow(JOB, this::newestJob);
        final JsonNode run = ground.ask(ground.requests().recommend(true));
        return follow(
                JOB,
                () -> ground.ask(
                        ground.requests().recommendationRun(run.path("run_id").asText())));
    }

    private JsonNode newestJob() throws IOException, InterruptedException {
        return ground.ask(ground.requests().recommendationRuns()).path(0);
    }

    /** One look at a run. */
    private interface Look {
        JsonNode look() throws IOException, InterruptedException;
    }

    private static JsonNode follow(final Duration patience, final Look look) throws IOException, InterruptedException {
        final JsonNode[] last = new JsonNode[1];
        Waiting.until(patience, () -> {
            last[0] = look.look();
            return !isRunning(last[0]);
        });
        return last[0];
    }

    private static boolean isRunning(final JsonNode run) {
        return run.path("state").asText().equals(RUNNING);
    }
}
