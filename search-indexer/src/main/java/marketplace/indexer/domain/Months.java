package marketplace.indexer.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The shelves of families that grow with time: one for each month, for as long as they are kept. */
public final class Months {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu.MM", Locale.ROOT);

    /** Clocks differ; a date that is further off is an error, and would make an index of its own. */
    private static final Duration EARLY = Duration.ofDays(1);

    private final Clock clock;
    private final Duration kept;

    public Months(final Clock clock, final Duration kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** The shelf for what happened at a time. */
    public Shelf shelf(final String family, final Instant at) {
        return new Shelf(family, family + "-" + NAME.format(at.atOffset(ZoneOffset.UTC)));
    }

    /** The shelf for what happens now. */
    public Shelf current(final String family) {
        return shelf(family, clock.instant());
    }

    /** So far in the future that it cannot be true. */
    public boolean isAheadOfTime(final Instant at) {
        return at.isAfter(clock.instant().plus(EARLY));
    }

    /** In a month that is not kept any more. */
    public boolean isOver(final Instant at) {
        return at.isBefore(Instant.EPOCH) || isOver(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
    }

    /** Whether the last moment of a month is longer ago than documents are kept. */
    public boolean isOver(final YearMonth month) {
        final Instant end =
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isBefore(clock.instant().minus(kept));
    }

    /** The month of a family's shelf; nothing if the name is of another form. */
    public static Optional<YearMonth> of(final Shelf shelf) {
        final String beginning = shelf.family() + "-";
        if (!shelf.name().startsWith(beginning)) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(shelf.name().substring(beginning.length()), NAME));
        } catch (final DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
