package marketplace.recommendations.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoresTest {
    private final Scores scores = new Scores(10);

    @Test
    void the_highest_come_first_and_equals_by_their_numbers() {
        add(7, 2, 3, 1, 9, 2, 0, 3, 5, 0.5);

        assertThat(scores.top(4, item -> true)).containsExactly(0, 7, 9, 3);
    }

    @Test
    void there_are_as_many_as_there_are() {
        add(4, 1);

        assertThat(scores.top(3, item -> true)).containsExactly(4);
    }

    @Test
    void what_is_not_wanted_and_what_is_not_above_zero_is_left_out() {
        add(1, 5, 2, 4, 3, -1);

        assertThat(scores.top(3, item -> item != 1)).containsExactly(2);
    }

    @Test
    void a_client_knows_nothing_of_the_one_before() {
        add(8, 1);
        new LayeredWeights(List.of(
                        DenseWeights.ease(together(), 1),
                        new SparseWeights.Builder(3)
                                .put(0, new int[] {2, 9}, new float[] {1, 2})
                                .build()))
                .addTo(scores, 0, 1);
        assertThat(scores.top(4, item -> true)).containsExactly(9, 2, 8, 1);

        scores.clear();

        assertThat(scores.top(4, item -> true)).isEmpty();
        add(9, 1, 1, 2);
        assertThat(scores.top(4, item -> true)).containsExactly(1, 9);
    }

    /** Two items that are met together. */
    private static SymmetricMatrix together() {
        final SymmetricMatrix gram = new SymmetricMatrix(2);
        gram.add(0, 0, 1);
        gram.add(1, 1, 1);
        gram.add(1, 0, 1);
        return gram;
    }

    private void add(final double... itemsAndValues) {
        for (int at = 0; at < itemsAndValues.length; at += 2) {
            scores.add((int) itemsAndValues[at], (float) itemsAndValues[at + 1]);
        }
    }
}
