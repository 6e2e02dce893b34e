package marketplace.streams.bans;

/**
 * Holds shops to their own products. An id belongs to the shop that published it first, until the product is removed: no
 * other shop can put something else in its place.
 */
final class Owner {
    private Owner() {}

    static void check(final String id, final String store, final Standing before) {
        before.owner().filter(owner -> !owner.equals(store)).ifPresent(owner -> {
            throw new IllegalArgumentException("Product " + Words.of(id) + " is of the store " + Words.of(owner)
                    + ", and cannot be published by " + Words.of(store));
        });
    }
}
