package marketplace.bench.measure;

/**
 * What was measured side by side: the limit, and right after it the product, so that a noisy neighbour meets both.
 *
 * @param limit what is possible
 * @param product what we make of it
 */
public record Pair(double limit, double product) {
    /** The product as a share of the limit. */
    public double ratio() {
        return product / limit;
    }
}
