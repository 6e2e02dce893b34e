package marketplace.bench.measure;

import java.util.Locale;

/** How figures are written. */
final class Figures {
    private static final int SMALL = 100;

    private Figures() {}

    static String of(final double figure, final Scale scale) {
        return String.format(Locale.ROOT, figure < SMALL ? "%.1f%s" : "%,.0f%s", figure, scale.unit());
    }

    static String milliseconds(final double figure) {
        return of(figure, Scale.MILLISECONDS);
    }
}
