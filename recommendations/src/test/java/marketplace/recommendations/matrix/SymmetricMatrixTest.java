package marketplace.recommendations.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymmetricMatrixTest {
    /** Below, at and above the size of a block and of a tile. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 63, 64, 65, 200, 600})
    void a_matrix_times_its_inverse_is_the_identity(final int size) {
        final SymmetricMatrix matrix = positiveDefinite(size);
        final double[][] before = copy(matrix);

        matrix.invert();

        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += before[i][k] * matrix.get(k, j);
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused() {
        final SymmetricMatrix matrix = new SymmetricMatrix(3);

        assertThatThrownBy(matrix::invert).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothing_is_the_inverse_of_nothing() {
        final SymmetricMatrix matrix = new SymmetricMatrix(0);

        matrix.invert();

        assertThat(matrix.size()).isZero();
    }

    /** The sum of the outer products of random vectors, with something on the diagonal. */
    private static SymmetricMatrix positiveDefinite(final int size) {
        final Random random = new Random(size);
        final SymmetricMatrix matrix = new SymmetricMatrix(size);
        for (int vector = 0; vector < size; vector++) {
            final double[] values = random.doubles(size).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix.add(i, j, values[i] * values[j]);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            matrix.add(i, i, 10);
        }
        return matrix;
    }

    private static double[][] copy(final SymmetricMatrix matrix) {
        final double[][] all = new double[matrix.size()][matrix.size()];
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                all[i][j] = matrix.get(i, j);
            }
        }
        return all;
    }
}
