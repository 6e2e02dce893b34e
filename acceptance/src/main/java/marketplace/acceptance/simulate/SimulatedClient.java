package marketplace.acceptance.simulate;

import java.util.List;
import java.util.Random;

/**
 * Somebody with a taste: two shelves that they mostly go to, and a brand on each that they like best.
 *
 * @param favourite the shelf that they go to most
 * @param second the one that comes next
 * @param brand the place of the brand that they like, among the brands of any shelf
 */
record SimulatedClient(String id, int favourite, int second, int brand) {
    private static final double TO_FAVOURITE = 0.6;
    private static final double TO_SECOND = 0.3;
    private static final double LIKED_BRAND = 0.6;
    /** How much more often the first products of a shelf are looked at than the last. */
    private static final double POPULARITY = 2;

    static SimulatedClient of(final long seed, final int number, final int shelves) {
        final Random random = new Random(seed * 1_000_003 + number);
        final int favourite = random.nextInt(shelves);
        // Tastes go together, so that there is something to learn: who likes one shelf mostly likes a certain other.
        final int second = (favourite + 1 + (random.nextInt(4) == 0 ? random.nextInt(shelves) : 0)) % shelves;
        return new SimulatedClient("sim-" + seed + "-c" + number, favourite, second, random.nextInt(4));
    }

    /** Where they go this time. */
    int shelf(final Random random, final int shelves) {
        final double where = random.nextDouble();
        if (where < TO_FAVOURITE) {
            return favourite;
        }
        return where < TO_FAVOURITE + TO_SECOND ? second : random.nextInt(shelves);
    }

    /** What they look at on a shelf. */
    SimulatedProduct pick(final List<SimulatedProduct> shelf, final Random random) {
        final boolean isChoosy = random.nextDouble() < LIKED_BRAND;
        final List<SimulatedProduct> liked = shelf.stream()
                .filter(product -> !isChoosy || product.shelf().brands().indexOf(product.brand()) == brand)
                .toList();
        final List<SimulatedProduct> among = liked.isEmpty() ? shelf : liked;
        return among.get((int) (among.size() * Math.pow(random.nextDouble(), POPULARITY)));
    }
}
