package marketplace.recommendations.matrix;

import java.util.Arrays;

/** The best of many items: a heap of those that are the best so far, with the worst of them on top. */
final class Best {
    private final int[] items;
    private final float[] scores;
    private int size;

    Best(final int most) {
        items = new int[most];
        scores = new float[most];
    }

    boolean wants(final int item, final float score) {
        return size < items.length || (size > 0 && isBetter(item, score, items[0], scores[0]));
    }

    /** Takes in one that is wanted. */
    void add(final int item, final float score) {
        if (size < items.length) {
            items[size] = item;
            scores[size] = score;
            size++;
            up(size - 1);
        } else {
            items[0] = item;
            scores[0] = score;
            down(0, size);
        }
    }

    /** The best first, of equals the lower number. Nothing can be added afterwards. */
    int[] items() {
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            down(0, end);
        }
        return Arrays.copyOf(items, size);
    }

    private static boolean isBetter(final int item, final float score, final int than, final float thanScore) {
        return score > thanScore || (score == thanScore && item < than);
    }

    private boolean isWorse(final int at, final int than) {
        return isBetter(items[than], scores[than], items[at], scores[at]);
    }

    private void up(final int start) {
        int at = start;
        while (at > 0 && isWorse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(final int start, final int end) {
        int at = start;
        while (true) {
            int worst = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < end; child++) {
                worst = isWorse(child, worst) ? child : worst;
            }
            if (worst == at) {
                return;
            }
            swap(at, worst);
            at = worst;
        }
    }

    private void swap(final int one, final int other) {
        final int item = items[one];
        items[one] = items[other];
        items[other] = item;
        final float score = scores[one];
        scores[one] = scores[other];
        scores[other] = score;
    }
}
