package marketplace.bench.measure;

import java.util.Locale;

/** What a ratio is to be. It is shown, and nothing fails by it: times are of the machine and its neighbours. */
public record Target(double ratio, boolean isMost) {
    /** The ratio is to be this or more. */
    public static Target atLeast(final double ratio) {
        return new Target(ratio, false);
    }

    /** The ratio is to be this or less. */
    public static Target atMost(final double ratio) {
        return new Target(ratio, true);
    }

    /** Whether a ratio is what it is to be. */
    public boolean isMetBy(final double measured) {
        return isMost ? measured <= ratio : measured >= ratio;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", isMost ? "at most" : "at least", ratio);
    }
}
