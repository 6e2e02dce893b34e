package marketplace.recommendations.model;

/**
 * How to learn.
 *
 * @param easeItems up to so many items EASE is affordable
 * @param regularisation λ of EASE
 * @param neighbours how many others each item says something about, with joins
 * @param popularityPenalty β of RP3β
 * @param longestHistory how many products of a client count
 * @param memoryWeights up to so many weights of joins are held in memory by each process
 */
public record Tuning(
        Method method,
        int easeItems,
        double regularisation,
        int neighbours,
        double popularityPenalty,
        int longestHistory,
        long memoryWeights) {}
