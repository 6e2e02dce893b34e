package marketplace.recommendations.matrix;

import java.util.List;

/** Several sets of weights together. The first is the one that others are measured against. */
public final class LayeredWeights implements ItemWeights {
    private static final long serialVersionUID = 1L;

    private final ItemWeights[] layers;

    public LayeredWeights(final List<? extends ItemWeights> layers) {
        this.layers = layers.toArray(ItemWeights[]::new);
    }

    @Override
    public void addTo(final Scores scores, final int item, final float strength) {
        for (final ItemWeights layer : layers) {
            layer.addTo(scores, item, strength);
        }
    }

    @Override
    public float weight(final int item, final int other) {
        float sum = 0;
        for (final ItemWeights layer : layers) {
            sum += layer.weight(item, other);
        }
        return sum;
    }

    @Override
    public float typical() {
        return layers[0].typical();
    }
}
