package marketplace.bench.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How much is to be measured.
 *
 * @param given the sizes that were asked for; none for those that each benchmark has
 * @param isQuick whether it is only to be seen that all works: sizes a hundredth of the usual, one pair
 * @param askedPairs how many pairs at each size, if that was asked for
 * @param askedRate events or queries a second, if that was asked for
 */
public record Plan(List<Long> given, boolean isQuick, OptionalInt askedPairs, OptionalInt askedRate) {
    private static final int PAIRS = 3;

    public Plan {
        given = given.stream().sorted().distinct().toList();
    }

    /** The sizes for a benchmark that usually has these. */
    public List<Long> sizes(final long... usual) {
        if (!given.isEmpty()) {
            return given;
        }
        return Arrays.stream(usual)
                .map(size -> isQuick ? Math.max(1, size / 100) : size)
                .boxed()
                .toList();
    }

    /** How many pairs at each size. */
    public int pairs() {
        return askedPairs.orElse(isQuick ? 1 : PAIRS);
    }

    /** Events or queries a second. */
    public int rate(final int usual) {
        return askedRate.orElse(usual);
    }

    /** The rates by which load climbs up to the one that is measured: what was just started compiles what is hot first. */
    public List<Integer> climb(final int usual) {
        final int top = rate(usual);
        return (isQuick ? IntStream.of(1) : IntStream.of(8, 4, 2, 1))
                .mapToObj(divisor -> Math.max(1, top / divisor))
                .toList();
    }

    /** How long load is kept up. */
    public Duration load(final Duration usual) {
        return isQuick ? usual.dividedBy(5) : usual;
    }
}
