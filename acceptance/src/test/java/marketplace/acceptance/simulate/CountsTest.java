package marketplace.acceptance.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void a_summary_has_a_line_for_each_kind_and_the_first_refusal() {
        final Counts counts = new Counts();
        counts.done(Simulation.SEARCHES, 1);
        counts.done(Simulation.SEARCHES, 1);
        counts.foundNothing();
        counts.refused("views", 1, "client-api is not there");
        counts.refused("bans", 1, "nor is shop-api");

        assertThat(counts.done()).isEqualTo(2);
        assertThat(counts.refused()).isEqualTo(2);
        assertThat(counts.summary().lines().map(String::strip))
                .containsExactly(
                        "bans                          0, 1 refused",
                        "searches                      2, 1 of them found nothing",
                        "views                         0, 1 refused",
                        "the first refusal: client-api is not there");
    }

    @Test
    void it_is_mostly_done_if_no_more_than_one_of_ten_was_refused() {
        final Counts counts = new Counts();
        counts.done(Simulation.SEARCHES, 9);
        counts.refused(Simulation.SEARCHES, 1, "in haste");
        assertThat(counts.isMostlyDone()).isTrue();

        counts.refused(Simulation.SEARCHES, 1, "in haste");
        assertThat(counts.isMostlyDone()).isFalse();
    }
}
