package marketplace.recommendations.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One step of an inversion: sweeps the block K of the diagonal. With P the inverse of that block, K becomes −P, each
 * other row's part in K becomes that times P, and of all else the product of both is taken away.
 */
final class Sweep {
    static final int BLOCK = 64;

    /** So much of the panel is gone through at a time that it stays in a core's cache: 64 × 512 × 8 bytes. */
    private static final int TILE = 512;

    private static final int ROWS_OF_A_TASK = 16;

    private final double[][] rows;
    private final int from;
    private final int to;
    private final int width;
    /** The columns of the block as they were, each as an array over all rows. */
    private final double[][] before;
    /** The same times P, by row. */
    private final double[][] after;

    Sweep(final double[][] rows, final int from, final int to) {
        this.rows = rows;
        this.from = from;
        this.to = to;
        this.width = to - from;
        this.before = new double[width][rows.length];
        this.after = new double[rows.length][];
    }

    void run() {
        final double[][] inverse = inverseOfBlock();
        copyPanel();
        final int tasks = (rows.length + ROWS_OF_A_TASK - 1) / ROWS_OF_A_TASK;
        IntStream.range(0, rows.length).parallel().forEach(i -> after[i] = times(i, inverse));
        // With zeros there, what is taken away from the block's own columns is nothing.
        for (final double[] column : before) {
            Arrays.fill(column, from, to, 0);
        }
        IntStream.range(0, tasks).parallel().forEach(this::updateRows);
        writePanel(inverse);
    }

    private double[][] inverseOfBlock() {
        final double[][] block = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                block[i][j] = i >= j ? rows[from + i][from + j] : rows[from + j][from + i];
            }
        }
        for (int pivot = 0; pivot < width; pivot++) {
            eliminate(block, pivot);
        }
        return block;
    }

    /** One step of Gauss' and Jordan's inversion in place. */
    private static void eliminate(final double[][] block, final int pivot) {
        final double value = block[pivot][pivot];
        if (!(value > 0)) {
            throw new ArithmeticException("The matrix is not positive definite");
        }
        final double[] pivotRow = block[pivot];
        pivotRow[pivot] = 1;
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] /= value;
        }
        for (int i = 0; i < block.length; i++) {
            if (i != pivot) {
                final double factor = block[i][pivot];
                block[i][pivot] = 0;
                for (int j = 0; j < pivotRow.length; j++) {
                    block[i][j] -= factor * pivotRow[j];
                }
            }
        }
    }

    private void copyPanel() {
        for (int k = 0; k < width; k++) {
            final double[] column = before[k];
            final int at = from + k;
            System.arraycopy(rows[at], 0, column, 0, at + 1);
            for (int i = at + 1; i < rows.length; i++) {
                column[i] = rows[i][at];
            }
        }
    }

    private double[] times(final int row, final double[][] inverse) {
        final double[] product = new double[width];
        for (int k = 0; k < width; k++) {
            final double factor = before[k][row];
            final double[] other = inverse[k];
            for (int j = 0; j < width; j++) {
                product[j] += factor * other[j];
            }
        }
        return product;
    }

    private void updateRows(final int task) {
        final int first = task * ROWS_OF_A_TASK;
        final int last = Math.min(first + ROWS_OF_A_TASK, rows.length);
        for (int tile = 0; tile < last; tile += TILE) {
            for (int i = Math.max(first, tile); i < last; i++) {
                if (i < from || i >= to) {
                    update(i, tile, Math.min(tile + TILE, i + 1));
                }
            }
        }
    }

    /** Eight columns at a time, so that an element is read and written once for sixteen operations. */
    private void update(final int i, final int begin, final int end) {
        final double[] row = rows[i];
        final double[] factors = after[i];
        int k = 0;
        for (; k + 8 <= width; k += 8) {
            final double f0 = factors[k];
            final double f1 = factors[k + 1];
            final double f2 = factors[k + 2];
            final double f3 = factors[k + 3];
            final double f4 = factors[k + 4];
            final double f5 = factors[k + 5];
            final double f6 = factors[k + 6];
            final double f7 = factors[k + 7];
            final double[] c0 = before[k];
            final double[] c1 = before[k + 1];
            final double[] c2 = before[k + 2];
            final double[] c3 = before[k + 3];
            final double[] c4 = before[k + 4];
            final double[] c5 = before[k + 5];
            final double[] c6 = before[k + 6];
            final double[] c7 = before[k + 7];
            for (int j = begin; j < end; j++) {
                row[j] -= f0 * c0[j]
                        + f1 * c1[j]
                        + f2 * c2[j]
                        + f3 * c3[j]
                        + f4 * c4[j]
                        + f5 * c5[j]
                        + f6 * c6[j]
                        + f7 * c7[j];
            }
        }
        for (; k < width; k++) {
            final double factor = factors[k];
            final double[] column = before[k];
            for (int j = begin; j < end; j++) {
                row[j] -= factor * column[j];
            }
        }
    }

    private void writePanel(final double[][] inverse) {
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < width; k++) {
                final int at = from + k;
                if (i >= from && i < to) {
                    if (i >= at) {
                        rows[i][at] = -inverse[i - from][k];
                    }
                } else if (i > at) {
                    rows[i][at] = after[i][k];
                } else {
                    rows[at][i] = after[i][k];
                }
            }
        }
    }
}
