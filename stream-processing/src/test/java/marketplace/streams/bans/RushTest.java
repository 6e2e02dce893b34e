package marketplace.streams.bans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RushTest {
    private static final long NOON = 1_800_000_000_000L;

    private final Rush rush = new Rush();

    @Test
    void many_publications_are_over_once_when_no_more_come() {
        publish(1_000, NOON, 0);

        assertThat(rush.isJustOver(NOON)).isFalse();
        assertThat(rush.isJustOver(NOON + 20)).isTrue();
        assertThat(rush.isJustOver(NOON + 40)).isFalse();
    }

    @Test
    void it_goes_on_while_more_come() {
        publish(200, NOON, 0);
        publish(1, NOON + 15, 0);

        assertThat(rush.isJustOver(NOON + 20)).isFalse();
        assertThat(rush.isJustOver(NOON + 35)).isTrue();
    }

    @Test
    void what_trickles_in_is_no_rush_however_long_it_does() {
        publish(5_000, NOON, 2);

        assertThat(rush.isJustOver(NOON + 10_100)).isFalse();
    }

    private void publish(final int count, final long begin, final long every) {
        for (int number = 0; number < count; number++) {
            rush.goesOn(begin + number * every);
        }
    }
}
