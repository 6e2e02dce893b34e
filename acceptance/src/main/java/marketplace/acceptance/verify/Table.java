package marketplace.acceptance.verify;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import marketplace.acceptance.criteria.Finding;
import marketplace.acceptance.criteria.Outcome;
import marketplace.tool.console.Paint;

/** Verdicts for people. */
final class Table {
    private static final int TITLE = 82;

    private final Paint paint;

    Table(final Paint paint) {
        this.paint = paint;
    }

    String of(final List<Verdict> verdicts) {
        final StringBuilder text = new StringBuilder();
        for (final Verdict verdict : verdicts) {
            final Outcome outcome = verdict.finding().outcome();
            text.append(String.format(
                    Locale.ROOT,
                    "%2d  %-" + TITLE + "s  %s %6.1f s%n",
                    verdict.number(),
                    verdict.title(),
                    painted(outcome, String.format(Locale.ROOT, "%-11s", outcome.label())),
                    verdict.seconds()));
            verdict.finding().evidence().forEach(line -> text.append("      ")
                    .append(mark(line.kind()))
                    .append(' ')
                    .append(line.text())
                    .append('\n'));
        }
        return text.append('\n').append(sum(verdicts)).append('\n').toString();
    }

    private static String sum(final List<Verdict> verdicts) {
        final Map<Outcome, Long> counts = verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.finding().outcome(),
                        () -> new EnumMap<>(Outcome.class),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private String mark(final Finding.Kind kind) {
        return switch (kind) {
            case HELD -> paint.good("✓");
            case BROKEN -> paint.bad("✗");
            case LEFT_OUT -> paint.faint("–");
        };
    }

    private String painted(final Outcome outcome, final String text) {
        return switch (outcome) {
            case PASSED -> paint.good(text);
            case FAILED -> paint.bad(text);
            case IN_PART, NOT_CHECKED -> paint.faint(text);
        };
    }
}
