package marketplace.recommendations.matrix;

/** Weights between all items, of which there are few enough. */
public final class DenseWeights implements ItemWeights {
    private static final long serialVersionUID = 1L;

    private final float[][] rows;
    private final float typical;

    private DenseWeights(final float[][] rows) {
        this.rows = rows;
        this.typical = typical(rows);
    }

    /**
     * EASE (Steck, 2019): the weights B with an empty diagonal for which ‖X − XB‖² + λ‖B‖² is least. With P the inverse
     * of G + λI, B is −P with each column divided by its element on the diagonal.
     *
     * @param gram G, how much each two items are met together; its place is taken by P
     */
    public static DenseWeights ease(final SymmetricMatrix gram, final double regularisation) {
        final int size = gram.size();
        for (int i = 0; i < size; i++) {
            gram.add(i, i, regularisation);
        }
        gram.invert();
        final float[][] rows = new float[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = i == j ? 0 : (float) (-gram.get(i, j) / gram.get(j, j));
            }
        }
        return new DenseWeights(rows);
    }

    private static float typical(final float[][] rows) {
        double sum = 0;
        for (final float[] row : rows) {
            float most = 0;
            for (final float weight : row) {
                most = Math.max(most, weight);
            }
            sum += most;
        }
        return rows.length == 0 ? 0 : (float) (sum / rows.length);
    }

    @Override
    public void addTo(final Scores scores, final int item, final float strength) {
        if (item < rows.length) {
            scores.addAll(rows[item], strength);
        }
    }

    @Override
    public float weight(final int item, final int other) {
        return item < rows.length && other < rows.length ? rows[item][other] : 0;
    }

    @Override
    public float typical() {
        return typical;
    }
}
