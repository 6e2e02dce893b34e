package marketplace.recommendations.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** EASE against what it is defined by. */
final class EaseTest {
    private static final int CLIENTS = 30;
    private static final int ITEMS = 8;
    private static final double LAMBDA = 2;

    private final double[][] interactions = interactions();
    private final DenseWeights ease = DenseWeights.ease(gram(interactions), LAMBDA);

    private static double[][] interactions() {
        final Random random = new Random(1);
        final double[][] all = new double[CLIENTS][ITEMS];
        for (final double[] client : all) {
            Arrays.setAll(client, item -> random.nextInt(3) == 0 ? random.nextDouble() : 0);
        }
        return all;
    }

    private static SymmetricMatrix gram(final double[][] interactions) {
        final SymmetricMatrix gram = new SymmetricMatrix(ITEMS);
        for (final double[] client : interactions) {
            for (int i = 0; i < ITEMS; i++) {
                for (int j = 0; j <= i; j++) {
                    gram.add(i, j, client[i] * client[j]);
                }
            }
        }
        return gram;
    }

    @Test
    void no_item_speaks_for_itself() {
        for (int item = 0; item < ITEMS; item++) {
            assertThat(ease.weight(item, item)).isZero();
        }
    }

    /**
     * The weights towards one item are those of a ridge regression of its column on all other columns, which is solved
     * here in the plainest way: (G' + λI) b = g, with the row and column of that item left out.
     */
    @Test
    void weights_are_those_of_a_regression_of_each_item_on_the_others() {
        final SymmetricMatrix gram = gram(interactions);
        for (int target = 0; target < ITEMS; target++) {
            final double[] expected = regression(gram, target);
            for (int other = 0; other < ITEMS; other++) {
                assertThat((double) ease.weight(other, target)).isCloseTo(expected[other], within(1e-6));
            }
        }
    }

    private static double[] regression(final SymmetricMatrix gram, final int target) {
        final double[][] system = new double[ITEMS][ITEMS + 1];
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                system[i][j] = i == target || j == target ? 0 : gram.get(i, j);
            }
            system[i][i] = i == target ? 1 : system[i][i] + LAMBDA;
            system[i][ITEMS] = i == target ? 0 : gram.get(i, target);
        }
        return solve(system);
    }

    /** Gauss' elimination, without regard to speed. */
    private static double[] solve(final double[][] system) {
        for (int pivot = 0; pivot < ITEMS; pivot++) {
            for (int i = 0; i < ITEMS; i++) {
                if (i != pivot) {
                    final double factor = system[i][pivot] / system[pivot][pivot];
                    for (int j = 0; j <= ITEMS; j++) {
                        system[i][j] -= factor * system[pivot][j];
                    }
                }
            }
        }
        final double[] solution = new double[ITEMS];
        Arrays.setAll(solution, i -> system[i][ITEMS] / system[i][i]);
        return solution;
    }

    @Test
    void scores_are_a_history_times_the_weights() {
        final Scores scores = new Scores(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            ease.addTo(scores, item, (float) interactions[0][item]);
        }

        for (int target = 0; target < ITEMS; target++) {
            double expected = 0;
            for (int item = 0; item < ITEMS; item++) {
                expected += interactions[0][item] * ease.weight(item, target);
            }
            assertThat((double) scores.get(target)).isCloseTo(expected, within(1e-6));
        }
    }
}
