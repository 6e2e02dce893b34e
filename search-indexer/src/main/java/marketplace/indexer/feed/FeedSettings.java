package marketplace.indexer.feed;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import marketplace.service.waiting.Backoff;

/**
 * How topics are read and stored. The README has the table.
 *
 * @param group the consumer group
 * @param lanes how many bulk requests are under way at once
 * @param commitInterval how often offsets are committed
 * @param patience for how long Elasticsearch may be away before the service calls itself not ready
 * @param retention how long documents are kept that stand in indexes by the month
 */
@ConfigurationProperties("indexer")
public record FeedSettings(
        @NotBlank String group,
        @Min(1) int lanes,
        Duration commitInterval,
        Duration patience,
        Duration retention,
        Bulk bulk,
        Backlog backlog,
        Pauses backoff) {

    /** The pauses, as they are made. */
    public Backoff pauses() {
        return new Backoff(backoff.first(), backoff.longest(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** How much goes into one bulk request at most. */
    @ConfigurationProperties("bulk")
    public record Bulk(@Min(1) int documents, @Min(1) int bytes) {}

    /** How much is read ahead of what is stored. */
    @ConfigurationProperties("backlog")
    public record Backlog(@Min(1) int documents, @Min(1) long bytes) {}

    /** How long to wait after a failure. */
    @ConfigurationProperties("backoff")
    public record Pauses(Duration first, Duration longest) {}
}
