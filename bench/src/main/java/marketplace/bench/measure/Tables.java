package marketplace.bench.measure;

import java.util.List;
import java.util.Locale;

/** Results for people. */
public final class Tables {
    private Tables() {}

    public static String of(final List<Result> results) {
        final StringBuilder text = new StringBuilder();
        for (final Result result : results) {
            text.append('\n');
            if (result instanceof final Comparison comparison) {
                write(comparison, text);
            } else if (result instanceof final Journey journey) {
                write(journey, text);
            } else if (result instanceof final Effort effort) {
                write(effort, text);
            }
        }
        return text.toString();
    }

    private static void write(final Comparison comparison, final StringBuilder text) {
        line(text, "%s: %s", comparison.name(), comparison.what());
        line(
                text,
                "  %14s %14s %14s %7s  %-13s %s",
                comparison.of(),
                "limit",
                "product",
                "ratio",
                "spread",
                comparison.target().map(target -> "target " + target).orElse(""));
        for (final AtSize size : comparison.sizes()) {
            line(
                    text,
                    "  %,14d %14s %14s %7.2f  %-13s %s",
                    size.size(),
                    Figures.of(size.limit(), comparison.scale()),
                    Figures.of(size.product(), comparison.scale()),
                    size.ratio(),
                    String.format(Locale.ROOT, "%.2f … %.2f", size.lowestRatio(), size.highestRatio()),
                    comparison
                            .target()
                            .map(target -> target.isMetBy(size.ratio()) ? "met" : "missed")
                            .orElse(""));
        }
        comparison
                .slopeOfProduct()
                .ifPresent(slope -> line(
                        text,
                        "  slope: ten times the size takes %.2f times as long, the limit %.2f times",
                        slope,
                        comparison.slopeOfLimit().orElseThrow()));
        comparison.notes().forEach(note -> line(text, "  %s", note));
    }

    private static void write(final Journey journey, final StringBuilder text) {
        line(text, "%s: %s", journey.name(), journey.what());
        line(text, "  %-44s %8s %8s %12s %12s %12s", "seen on", "events", "missing", "p50", "p99", "most");
        for (final Journey.Hop hop : journey.hops()) {
            line(
                    text,
                    "  %-44s %,8d %,8d %12s %12s %12s",
                    hop.place(),
                    hop.seen(),
                    hop.missing(),
                    Figures.milliseconds(hop.p50()),
                    Figures.milliseconds(hop.p99()),
                    Figures.milliseconds(hop.most()));
        }
        journey.notes().forEach(note -> line(text, "  %s", note));
    }

    private static void write(final Effort effort, final StringBuilder text) {
        line(text, "%s: %s", effort.name(), effort.what());
        line(text, "  %14s %12s %18s %16s", effort.of(), "time", "processor time", "most memory");
        for (final Effort.Spent spent : effort.sizes()) {
            line(
                    text,
                    "  %,14d %10.1f s %16.1f s %,13d MB",
                    spent.size(),
                    spent.seconds(),
                    spent.processor(),
                    spent.megabytes());
        }
        effort.slope().ifPresent(slope -> line(text, "  slope: ten times the size takes %.2f times as long", slope));
    }

    private static void line(final StringBuilder text, final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
