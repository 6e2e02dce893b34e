package marketplace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final OptionalInt NOT_ASKED = OptionalInt.empty();

    @Test
    void usually_there_are_the_benchmarks_own_sizes_three_times_each() {
        final Plan plan = new Plan(List.of(), false, NOT_ASKED, NOT_ASKED);

        assertThat(plan.sizes(1_000, 10_000)).containsExactly(1_000L, 10_000L);
        assertThat(plan.pairs()).isEqualTo(3);
        assertThat(plan.rate(500)).isEqualTo(500);
    }

    @Test
    void quick_is_a_hundredth_once() {
        final Plan plan = new Plan(List.of(), true, NOT_ASKED, NOT_ASKED);

        assertThat(plan.sizes(10, 1_000, 10_000)).containsExactly(1L, 10L, 100L);
        assertThat(plan.pairs()).isEqualTo(1);
        assertThat(plan.load(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void what_was_asked_for_comes_first_in_order_and_once() {
        final Plan plan = new Plan(List.of(500L, 50L, 500L), true, OptionalInt.of(2), OptionalInt.of(7));

        assertThat(plan.sizes(1_000)).containsExactly(50L, 500L);
        assertThat(plan.pairs()).isEqualTo(2);
        assertThat(plan.rate(500)).isEqualTo(7);
    }

    @Test
    void load_climbs_to_the_rate_that_was_asked_for() {
        assertThat(new Plan(List.of(), false, OptionalInt.empty(), OptionalInt.of(200)).climb(500))
                .containsExactly(25, 50, 100, 200);
        assertThat(new Plan(List.of(), false, OptionalInt.empty(), OptionalInt.of(3)).climb(500))
                .containsExactly(1, 1, 1, 3);
    }
}
