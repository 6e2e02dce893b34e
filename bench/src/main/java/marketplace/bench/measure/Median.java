package marketplace.bench.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The one in the middle, which one bad run does not move. */
final class Median {
    private Median() {}

    /** Of an even number of figures it is halfway between the two in the middle. */
    static double of(final double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("Nothing was measured, so there is no median");
        }
        final double[] sorted = figures.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static <T> double of(final Collection<T> things, final ToDoubleFunction<T> figure) {
        return of(things.stream().mapToDouble(figure).toArray());
    }
}
