package marketplace.acceptance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally(5, 1);

    private static BitSet accepted(final int... numbers) {
        final BitSet accepted = new BitSet();
        for (final int number : numbers) {
            accepted.set(number);
        }
        return accepted;
    }

    private void see(final int number, final long millis) {
        tally.add(number, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void lost_is_what_was_accepted_and_not_seen_and_twice_what_was_seen_again() {
        see(0, 10);
        see(1, 20);
        see(1, 25);
        see(3, 30);

        final ProbeReport.Side side = tally.side(accepted(0, 1, 2));
        assertThat(side.received()).isEqualTo(3);
        assertThat(side.lost()).isEqualTo(1);
        assertThat(side.twice()).isEqualTo(1);
    }

    @Test
    void times_are_of_the_first_sight_after_the_warm_up() {
        see(0, 5_000);
        see(1, 20);
        see(1, 900);
        see(2, 40);

        final ProbeReport.Side side = tally.side(accepted(0, 1, 2));
        assertThat(side.most()).isCloseTo(40, within(0.1));
        assertThat(side.p50()).isCloseTo(20, within(0.1));
    }

    @Test
    void all_is_there_when_each_was_seen() {
        see(0, 1);
        assertThat(tally.hasAll(accepted(0, 4))).isFalse();
        see(4, 1);
        assertThat(tally.hasAll(accepted(0, 4))).isTrue();
    }
}
