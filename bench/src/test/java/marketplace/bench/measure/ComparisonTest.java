package marketplace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void the_median_is_the_one_in_the_middle() {
        assertThat(Median.of(30, 10, 20)).isEqualTo(20);
        assertThat(Median.of(40, 10, 20, 30)).isEqualTo(25);
        assertThat(Median.of(7)).isEqualTo(7);
    }

    @Test
    void of_nothing_there_is_no_median() {
        assertThatIllegalArgumentException().isThrownBy(Median::of);
        assertThatIllegalArgumentException().isThrownBy(() -> new AtSize(10, List.of()));
    }

    @Test
    void a_neighbour_that_slows_a_whole_pair_does_not_move_the_ratio() {
        final AtSize quiet = new AtSize(10, List.of(new Pair(100, 50), new Pair(100, 50), new Pair(100, 50)));
        final AtSize noisy = new AtSize(10, List.of(new Pair(100, 50), new Pair(10, 5), new Pair(20, 10)));

        assertThat(noisy.ratio()).isEqualTo(quiet.ratio()).isEqualTo(0.5);
    }

    @Test
    void the_ratio_is_that_of_the_middle_pair_and_the_spread_that_of_all() {
        final AtSize size = new AtSize(10, List.of(new Pair(100, 90), new Pair(200, 100), new Pair(50, 20)));

        assertThat(size.ratio()).isEqualTo(0.5);
        assertThat(size.lowestRatio()).isEqualTo(0.4);
        assertThat(size.highestRatio()).isEqualTo(0.9);
        assertThat(size.limit()).isEqualTo(100);
        assertThat(size.product()).isEqualTo(90);
    }

    @Test
    void work_at_the_same_speed_costs_ten_times_as_much_for_ten_times_the_size() {
        final Comparison comparison = comparison(
                Scale.WORK_PER_SECOND,
                new AtSize(1_000, List.of(new Pair(500, 250))),
                new AtSize(100_000, List.of(new Pair(500, 25))));

        assertThat(comparison.slopeOfLimit().orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(comparison.slopeOfProduct().orElseThrow())
                .as("a tenth of the speed at a hundred times the size")
                .isCloseTo(Math.pow(10, 1.5), within(1e-9));
    }

    @Test
    void pieces_that_get_rarer_as_they_grow_are_in_step() {
        final Comparison comparison = comparison(
                Scale.PIECES_PER_SECOND,
                new AtSize(200, List.of(new Pair(1_000, 1_000))),
                new AtSize(2_000, List.of(new Pair(100, 50))));

        assertThat(comparison.slopeOfLimit().orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(comparison.slopeOfProduct().orElseThrow()).isCloseTo(20, within(1e-9));
    }

    @Test
    void a_latency_that_stays_has_a_slope_of_one() {
        final Comparison comparison = comparison(
                Scale.MILLISECONDS,
                new AtSize(1_000, List.of(new Pair(4, 5))),
                new AtSize(100_000, List.of(new Pair(4, 20))));

        assertThat(comparison.slopeOfLimit().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(comparison.slopeOfProduct().orElseThrow()).isCloseTo(2, within(1e-9));
    }

    @Test
    void one_size_has_no_slope() {
        final Comparison comparison = comparison(Scale.MILLISECONDS, new AtSize(1_000, List.of(new Pair(4, 5))));

        assertThat(comparison.slopeOfProduct()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Slope.perTenfold(10, 1, 10, 2));
    }

    @Test
    void a_target_is_met_from_the_side_that_is_good() {
        assertThat(Target.atLeast(0.5).isMetBy(0.5)).isTrue();
        assertThat(Target.atLeast(0.5).isMetBy(0.49)).isFalse();
        assertThat(Target.atMost(1.3).isMetBy(1.3)).isTrue();
        assertThat(Target.atMost(1.3).isMetBy(1.31)).isFalse();
    }

    private static Comparison comparison(final Scale scale, final AtSize... sizes) {
        return new Comparison("thing", "what", "things", scale, Optional.empty(), List.of(sizes), List.of());
    }
}
