package marketplace.hadoop.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A run of the job, for people. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RecommendationRun", description = "Makes everybody's recommendations from the tables.")
record JobRunView(
        @JsonProperty("run_id") @Schema(description = "Identifies the run; it stands in each recommendation, too.")
        String runId,

        @Schema(description = "In lower case: running, done or failed.")
        String state,

        @Schema(description = "The stage that it is at.") String stage,

        @JsonProperty("stages_done") @Schema(description = "How many stages are done.")
        int stagesDone,

        @Schema(description = "How many stages there are, once that is known.")
        int stages,

        @Schema(description = "When it was asked for.") Instant started,
        @Nullable @Schema(description = "When it was over.") Instant finished,
        @Nullable @Schema(description = "Why it failed.") String error,

        @Nullable @Schema(description = "What came of it: counts, and the quality if that was asked for.")
        Map<String, Object> result) {

    static JobRunView of(final JobRun run) {
        final JobRun.Stage stage = run.stage();
        return new JobRunView(
                run.id(),
                run.state().name().toLowerCase(Locale.ROOT),
                stage.name(),
                stage.done(),
                stage.of(),
                run.started(),
                run.finished().orElse(null),
                run.error().orElse(null),
                run.result().orElse(null));
    }
}
