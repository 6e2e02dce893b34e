package marketplace.recommendations.matrix;

import java.util.Arrays;

/** Weights from each item to some others. */
public final class SparseWeights implements ItemWeights {
    private static final long serialVersionUID = 1L;
    private static final int[] NOBODY = {};

    private final int[][] others;
    private final float[][] weights;
    private final float typical;

    private SparseWeights(final int[][] others, final float[][] weights, final float typical) {
        this.others = others;
        this.weights = weights;
        this.typical = typical;
    }

    @Override
    public void addTo(final Scores scores, final int item, final float strength) {
        if (item < others.length) {
            scores.addSome(others[item], weights[item], strength);
        }
    }

    @Override
    public float weight(final int item, final int other) {
        if (item >= others.length) {
            return 0;
        }
        final int at = Arrays.binarySearch(others[item], other);
        return at < 0 ? 0 : weights[item][at];
    }

    @Override
    public float typical() {
        return typical;
    }

    /** Puts weights together, item by item. */
    public static final class Builder {
        private final int[][] others;
        private final float[][] weights;
        private double sumOfMost;
        private int filled;

        public Builder(final int items) {
            others = new int[items][];
            weights = new float[items][];
            Arrays.fill(others, NOBODY);
        }

        /**
         * Says what one item says about others.
         *
         * @param ids the others, in ascending order
         */
        public Builder put(final int item, final int[] ids, final float[] values) {
            others[item] = ids;
            weights[item] = values;
            float most = 0;
            for (final float value : values) {
                most = Math.max(most, value);
            }
            sumOfMost += most;
            filled++;
            return this;
        }

        public SparseWeights build() {
            return new SparseWeights(others, weights, filled == 0 ? 0 : (float) (sumOfMost / filled));
        }
    }
}
