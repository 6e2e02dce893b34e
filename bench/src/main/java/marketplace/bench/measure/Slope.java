package marketplace.bench.measure;

/** How cost grows with size. */
public final class Slope {
    private Slope() {}

    /**
     * How many times more it costs to do ten times as much: 10 is in step with the work, 1 is not growing at all.
     *
     * @param small a size, and what it cost
     * @param large a larger size, and what that cost
     */
    public static double perTenfold(
            final long small, final double costOfSmall, final long large, final double costOfLarge) {
        if (small <= 0 || large <= small) {
            throw new IllegalArgumentException("There is no slope from size " + small + " to size " + large);
        }
        return Math.pow(10, Math.log(costOfLarge / costOfSmall) / Math.log((double) large / small));
    }
}
