package marketplace.indexer.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/** A rebuild, for people. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Rebuild", description = "A rebuild of the indexes of one family.")
record RunView(
        @JsonProperty("run_id") @Schema(description = "Identifies the rebuild.")
        String runId,

        @Schema(example = "products") String family,

        @Schema(description = "In lower case: running, done or failed.")
        String state,

        @Nullable @Schema(description = "The index that is being filled, or was filled last.")
        String index,

        @Schema(description = "Documents that are in it.") long documents,
        @Schema(description = "Documents that it refused.") long refused,
        @Schema(description = "When it was asked for.") Instant started,
        @Nullable @Schema(description = "Why it failed.") String error) {

    static RunView of(final Run run) {
        return new RunView(
                run.id(),
                run.family(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.index(),
                run.documents(),
                run.refused(),
                run.started(),
                run.error().orElse(null));
    }
}
