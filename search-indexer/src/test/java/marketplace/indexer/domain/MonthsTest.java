package marketplace.indexer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class MonthsTest {
    private final Months months =
            new Months(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC), Duration.ofDays(400));

    @Test
    void what_happened_goes_to_its_month_in_utc() {
        assertThat(months.shelf("client-events", Instant.parse("2026-11-30T23:59:59.999Z")))
                .isEqualTo(new Shelf("client-events", "client-events-2026.11"));
        assertThat(months.shelf("client-events", Instant.parse("2026-12-01T00:00:00Z"))
                        .name())
                .isEqualTo("client-events-2026.12");
    }

    @Test
    void a_month_is_over_when_its_last_moment_is_too_long_ago() {
        // Four hundred days before are the 17th of October 2025.
        assertThat(months.isOver(YearMonth.of(2025, 9))).isTrue();
        assertThat(months.isOver(YearMonth.of(2025, 10))).isFalse();
        assertThat(months.isOver(Instant.parse("2025-10-01T00:00:00Z"))).isFalse();
        assertThat(months.isOver(Instant.ofEpochMilli(Long.MIN_VALUE))).isTrue();
    }

    @Test
    void a_shelf_says_its_month() {
        assertThat(Months.of(new Shelf("client-events", "client-events-2026.11")))
                .hasValue(YearMonth.of(2026, 11));
        assertThat(Months.of(new Shelf("client-events", "client-events-of-old")))
                .isEmpty();
        assertThat(Months.of(Shelf.of("products"))).isEmpty();
    }

    @Test
    void clocks_may_differ_by_a_day() {
        assertThat(months.isAheadOfTime(Instant.parse("2026-11-22T09:00:00Z"))).isFalse();
        assertThat(months.isAheadOfTime(Instant.parse("2026-11-22T11:00:00Z"))).isTrue();
        assertThat(months.isAheadOfTime(Instant.ofEpochMilli(Long.MAX_VALUE))).isTrue();
    }
}
