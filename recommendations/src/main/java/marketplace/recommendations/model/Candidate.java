package marketplace.recommendations.model;

import java.io.Serializable;

/**
 * A product that may be shown to a client.
 *
 * @param item its number
 * @param brand null if it has none
 * @param cause what {@code because} is about; null if that has no name
 */
record Candidate(int item, String productId, String brand, double score, Because because, String cause)
        implements Serializable {
    Candidate withScore(final double other) {
        return new Candidate(item, productId, brand, other, because, cause);
    }
}
