package marketplace.recommendations.matrix;

import java.util.stream.IntStream;

/**
 * A symmetric matrix of which the lower half is kept. It is inverted in place, which takes about n³ operations, on all
 * processors.
 */
public final class SymmetricMatrix {
    private final double[][] rows;

    /** A matrix of zeros. */
    public SymmetricMatrix(final int size) {
        rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i + 1];
        }
    }

    public int size() {
        return rows.length;
    }

    public double get(final int i, final int j) {
        return i >= j ? rows[i][j] : rows[j][i];
    }

    /** Adds to one element, which is two unless it is on the diagonal. */
    public void add(final int i, final int j, final double value) {
        if (i >= j) {
            rows[i][j] += value;
        } else {
            rows[j][i] += value;
        }
    }

    /** Adds the beginning of a row, up to the diagonal. */
    public void addRow(final int i, final double[] values) {
        final double[] row = rows[i];
        for (int j = 0; j <= i; j++) {
            row[j] += values[j];
        }
    }

    /** The beginning of a row, up to the diagonal; the matrix's own. */
    public double[] row(final int i) {
        return rows[i];
    }

    /**
     * Makes this the inverse of what it was, which must be positive definite.
     *
     * <p>It is Gauss' and Jordan's way in blocks: sweeping each block of the diagonal in turn turns the matrix into the
     * negative of its inverse, and it stays symmetric throughout, so half of it is enough.
     */
    public void invert() {
        for (int from = 0; from < size(); from += Sweep.BLOCK) {
            new Sweep(rows, from, Math.min(from + Sweep.BLOCK, size())).run();
        }
        IntStream.range(0, size()).parallel().forEach(i -> negate(rows[i]));
    }

    private static void negate(final double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = -row[j];
        }
    }
}
