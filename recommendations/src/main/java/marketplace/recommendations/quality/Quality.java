package marketplace.recommendations.quality;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How good recommendations are at what clients did next.
 *
 * @param clients how many were asked about
 * @param split what was held out: last or random
 */
public record Quality(long clients, String split, int products, Measures model, Measures popularity) {
    /**
     * What a way to recommend achieved.
     *
     * @param recallAt10 how much of what was held out is among the first ten, on average
     * @param ndcgAt10 the same, counting for more further up; 1 is perfect
     * @param coverage the part of all products that somebody was shown
     */
    public record Measures(
            @JsonProperty("recall_at_10") double recallAt10,
            @JsonProperty("ndcg_at_10") double ndcgAt10,
            double coverage) {}
}
