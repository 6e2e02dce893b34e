package marketplace.bench.measure;

import java.util.List;

/**
 * What was measured at one size.
 *
 * @param size how much there was to do
 * @param pairs one after the other, at least one
 */
public record AtSize(long size, List<Pair> pairs) {
    public AtSize {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured at size " + size);
        }
    }

    /** The median of the limits. */
    public double limit() {
        return Median.of(pairs, Pair::limit);
    }

    /** The median of the product's figures. */
    public double product() {
        return Median.of(pairs, Pair::product);
    }

    /** The median of the pairs' ratios, which is not the ratio of the medians: each pair had the same neighbours. */
    public double ratio() {
        return Median.of(pairs, Pair::ratio);
    }

    /** The ratio of the worst or best pair, whichever is lower. */
    public double lowestRatio() {
        return pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow();
    }

    /** The highest ratio of all pairs. */
    public double highestRatio() {
        return pairs.stream().mapToDouble(Pair::ratio).max().orElseThrow();
    }
}
