package marketplace.acceptance.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about a criterion.
 *
 * @param evidence what was seen, a line each
 * @param figures what was counted and measured, by name
 */
public record Finding(List<Line> evidence, Map<String, Number> figures) {
    public Finding {
        evidence = List.copyOf(evidence);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** What a line of evidence says of its criterion. */
    public enum Kind {
        HELD,
        BROKEN,
        LEFT_OUT
    }

    /** A line of evidence. */
    public record Line(Kind kind, String text) {}

    /** What follows from the evidence. */
    public Outcome outcome() {
        if (has(Kind.BROKEN)) {
            return Outcome.FAILED;
        }
        if (!has(Kind.LEFT_OUT)) {
            return Outcome.PASSED;
        }
        return has(Kind.HELD) ? Outcome.IN_PART : Outcome.NOT_CHECKED;
    }

    private boolean has(final Kind kind) {
        return evidence.stream().anyMatch(line -> line.kind() == kind);
    }
}
