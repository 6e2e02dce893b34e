package marketplace.hadoop.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import marketplace.hadoop.lake.TableFigures;

/** A table, for people. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Table", description = "What is in the table of a topic.")
record TableView(
        String topic,
        @Schema(example = "marketplace.client_events") String table,

        @Nullable @Schema(description = "Where it is; nothing before its first record or schema is known.")
        String location,

        long rows,
        long files,

        @Schema(description = "Of all files of the newest snapshot.")
        long bytes,

        @Schema(description = "Versions that can be read.") long snapshots,

        @Nullable @JsonProperty("newest_event") @Schema(description = "When the newest event happened.")
        String newestEvent) {

    static TableView of(final String topic, final TableFigures figures) {
        return new TableView(
                topic,
                figures.name(),
                figures.location().orElse(null),
                figures.rows(),
                figures.files(),
                figures.bytes(),
                figures.snapshots(),
                figures.newestEvent().orElse(null));
    }
}
