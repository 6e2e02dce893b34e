package marketplace.streams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final HeldClock clock = new HeldClock();
    private final BackOff backOff = new BackOff(clock);

    @Test
    void pauses_grow_up_to_a_limit() {
        assertThat(Stream.generate(backOff::next).limit(7).map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void after_a_calm_they_are_short_again() {
        backOff.next();
        backOff.next();
        clock.now = clock.now.plusSeconds(61);

        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(500));
    }

    private static final class HeldClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(final ZoneId zone) {
            return this;
        }
    }
}
