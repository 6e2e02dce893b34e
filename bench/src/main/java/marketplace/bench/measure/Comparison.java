package marketplace.bench.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The product beside its limit, at growing sizes.
 *
 * @param name what is compared, in a few words
 * @param what what the product does, and what the limit is
 * @param of what the sizes count, such as products
 * @param scale what the figures are
 * @param target what the ratio is to be, if the design says
 * @param sizes from the smallest to the largest
 * @param notes what else there is to say, a line each
 */
public record Comparison(
        String name,
        String what,
        String of,
        Scale scale,
        Optional<Target> target,
        List<AtSize> sizes,
        List<String> notes)
        implements Result {
    public Comparison {
        sizes = List.copyOf(sizes);
        notes = List.copyOf(notes);
    }

    /** How many times longer the product takes for ten times the size; nothing if there is one size only. */
    public OptionalDouble slopeOfProduct() {
        return slope(AtSize::product);
    }

    /** How many times longer the limit takes for ten times the size. */
    public OptionalDouble slopeOfLimit() {
        return slope(AtSize::limit);
    }

    private OptionalDouble slope(final ToDoubleFunction<AtSize> figure) {
        if (sizes.size() < 2) {
            return OptionalDouble.empty();
        }
        final AtSize small = sizes.get(0);
        final AtSize large = sizes.get(sizes.size() - 1);
        return OptionalDouble.of(Slope.perTenfold(
                small.size(),
                scale.cost(small.size(), figure.applyAsDouble(small)),
                large.size(),
                scale.cost(large.size(), figure.applyAsDouble(large))));
    }
}
