package marketplace.hadoop.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A run, for people. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Run", description = "Brings everything into the tables that stood on the topics when it was asked for.")
record RunView(
        @JsonProperty("run_id") @Schema(description = "Identifies the run.")
        String runId,

        @Schema(description = "In lower case: running, done or failed.")
        String state,

        @Schema(description = "When it was asked for.") Instant started,
        @Nullable @Schema(description = "When it was over.") Instant finished,
        @Nullable @Schema(description = "Why it failed.") String error,
        List<TopicView> topics) {

    static RunView of(final Run run) {
        return new RunView(
                run.id(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.started(),
                run.finished().orElse(null),
                run.error().orElse(null),
                run.topics().stream().map(TopicView::of).toList());
    }

    /** One topic of a run. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RunTopic", description = "What has come of one topic.")
    record TopicView(
            String topic,

            @Schema(description = "Records that came into the table since the run began.")
            long records,

            @Schema(description = "Bytes that these took on the topic.")
            long bytes,

            @Nullable @JsonProperty("waiting_for") @Schema(description = "What it waits for, if it has to.")
            String waitingFor,

            List<PartitionView> partitions) {
        static TopicView of(final Run.OfTopic topic) {
            return new TopicView(
                    topic.progress().topic(),
                    topic.records(),
                    topic.bytes(),
                    topic.progress().waiting().map(wait -> wait.reason()).orElse(null),
                    new TreeMap<>(topic.ends())
                            .entrySet().stream()
                                    .map(end -> PartitionView.of(
                                            end.getKey(),
                                            end.getValue(),
                                            topic.progress()
                                                    .offsets()
                                                    .of(end.getKey())
                                                    .orElse(0)))
                                    .toList());
        }
    }

    /** One partition of a run. */
    @Serdeable
    @Schema(name = "RunPartition", description = "How far one partition is.")
    record PartitionView(
            int partition,

            @Schema(description = "The offset at which the topic ended when the run was asked for.")
            long end,

            @Schema(description = "The offset at which the table ends.")
            long next,

            @Schema(description = "What is left of the run.")
            long lag) {
        static PartitionView of(final int partition, final long end, final long next) {
            return new PartitionView(partition, end, next, Math.max(0, end - next));
        }
    }
}
