package marketplace.recommendations.matrix;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The scores of all items for one client after the other, in one array that is used again. What has been written to is
 * remembered, so that a client costs what is said about him and not the number of items. For one thread.
 */
public final class Scores {
    private final float[] values;
    /** All items below this have been written to. */
    private int solid;
    /** Those others that have. */
    private final int[] touched;

    private final boolean[] isTouched;
    private int count;

    public Scores(final int items) {
        values = new float[items];
        touched = new int[items];
        isTouched = new boolean[items];
    }

    /** Forgets the client before. */
    public void clear() {
        Arrays.fill(values, 0, solid, 0);
        solid = 0;
        for (int i = 0; i < count; i++) {
            values[touched[i]] = 0;
            isTouched[touched[i]] = false;
        }
        count = 0;
    }

    public float get(final int item) {
        return values[item];
    }

    public void add(final int item, final float value) {
        if (item >= solid && !isTouched[item]) {
            isTouched[item] = true;
            touched[count++] = item;
        }
        values[item] += value;
    }

    void addSome(final int[] items, final float[] weights, final float factor) {
        for (int i = 0; i < items.length; i++) {
            add(items[i], weights[i] * factor);
        }
    }

    void addAll(final float[] weights, final float factor) {
        solid = Math.max(solid, weights.length);
        for (int i = 0; i < weights.length; i++) {
            values[i] += weights[i] * factor;
        }
    }

    /** The items with the highest scores above 0, the highest first; of equals the lower number first. */
    public int[] top(final int most, final IntPredicate isWanted) {
        final Best best = new Best(most);
        for (int item = 0; item < solid; item++) {
            offer(best, item, isWanted);
        }
        for (int i = 0; i < count; i++) {
            if (touched[i] >= solid) {
                offer(best, touched[i], isWanted);
            }
        }
        return best.items();
    }

    private void offer(final Best best, final int item, final IntPredicate isWanted) {
        if (values[item] > 0 && best.wants(item, values[item]) && isWanted.test(item)) {
            best.add(item, values[item]);
        }
    }
}
