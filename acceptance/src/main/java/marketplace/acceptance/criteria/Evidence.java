package marketplace.acceptance.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what is seen while a criterion is tried. For one thread. */
final class Evidence {
    private final List<Finding.Line> lines = new ArrayList<>();
    private final Map<String, Number> figures = new LinkedHashMap<>();

    /** Something that was to be. Answers whether it was. */
    boolean holds(final boolean held, final String format, final Object... values) {
        lines.add(new Finding.Line(held ? Finding.Kind.HELD : Finding.Kind.BROKEN, text(format, values)));
        return held;
    }

    /** Something that belongs to the criterion and was not tried, and why. */
    void leftOut(final String format, final Object... values) {
        lines.add(new Finding.Line(Finding.Kind.LEFT_OUT, text(format, values)));
    }

    /** A number, for programs. */
    void figure(final String name, final Number value) {
        figures.put(name, value);
    }

    Finding finding() {
        return new Finding(lines, figures);
    }

    private static String text(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
