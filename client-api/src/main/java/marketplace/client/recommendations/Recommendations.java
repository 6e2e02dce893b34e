package marketplace.client.recommendations;

import java.time.Instant;
import java.util.List;

/**
 * What a run of the job found for a client.
 *
 * @param runId the run
 * @param computedAt when that run started
 * @param items the best first
 */
public record Recommendations(String runId, Instant computedAt, List<Item> items) {
    /**
     * One product.
     *
     * @param score comparable within one list only
     * @param reason why it is there, for people
     */
    public record Item(String productId, double score, String reason) {}
}
