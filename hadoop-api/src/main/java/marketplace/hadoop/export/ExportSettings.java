package marketplace.hadoop.export;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import marketplace.service.waiting.Backoff;

/**
 * How topics are exported. The README has the table.
 *
 * @param topics the topics, separated by commas; without any, those of the catalogue
 * @param group how the consumer groups begin, of which each topic has one
 * @param instance what tells this instance from the others of its group, if it keeps that over a restart
 * @param patience for how long HDFS may be away before the service calls itself not ready
 * @param oldest how long before its record an event may have happened to be filed under its own day
 */
@ConfigurationProperties("export")
public record ExportSettings(
        @Nullable String topics,
        @NotBlank String group,
        @Nullable String instance,
        Duration patience,
        Duration oldest,
        Commit commit,
        Pauses backoff) {

    List<String> topicNames() {
        return topics == null
                ? List.of()
                : Arrays.stream(topics.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** The pauses, as they are made. */
    Backoff pauses() {
        return new Backoff(backoff.first(), backoff.longest(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /**
     * When rows are made visible: as soon as one of these is reached.
     *
     * @param bytes of records
     * @param span between the times of the oldest and the newest record
     * @param age since the first row
     * @param idle since the last row
     */
    @ConfigurationProperties("commit")
    public record Commit(@Min(1) long bytes, Duration span, Duration age, Duration idle) {}

    /** How long to wait after a failure. */
    @ConfigurationProperties("backoff")
    public record Pauses(Duration first, Duration longest) {}
}
