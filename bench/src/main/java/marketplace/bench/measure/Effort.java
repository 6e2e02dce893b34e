package marketplace.bench.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a piece of work costs at growing sizes, where there is nothing to hold it against.
 *
 * @param name what is done
 * @param what the same at greater length
 * @param of what the sizes count
 * @param sizes from the smallest to the largest
 */
public record Effort(String name, String what, String of, List<Spent> sizes) implements Result {
    public Effort {
        sizes = List.copyOf(sizes);
    }

    /**
     * At one size.
     *
     * @param processor seconds of processors, as far as they could be seen
     * @param megabytes the most memory that was resident, or 0 where the system does not say
     */
    public record Spent(long size, double seconds, double processor, long megabytes) {}

    /** How many times longer ten times the size takes, from the second largest to the largest; nothing of one size. */
    public OptionalDouble slope() {
        if (sizes.size() < 2) {
            return OptionalDouble.empty();
        }
        final Spent small = sizes.get(sizes.size() - 2);
        final Spent large = sizes.get(sizes.size() - 1);
        return OptionalDouble.of(Slope.perTenfold(small.size(), small.seconds(), large.size(), large.seconds()));
    }
}
