package marketplace.acceptance.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Everything that the shops of a simulation sell: the same for the same seed and size. */
final class Assortment {
    private static final int STORES = 12;
    private static final double DEAREST = 20;
    private static final long MOST_IN_STOCK = 500;

    private final List<SimulatedProduct> products = new ArrayList<>();
    private final List<List<SimulatedProduct>> byShelf = new ArrayList<>();

    Assortment(final long seed, final int size) {
        final Random random = new Random(seed);
        Shelf.ALL.forEach(shelf -> byShelf.add(new ArrayList<>()));
        for (int number = 0; number < size; number++) {
            final int shelf = number % Shelf.ALL.size();
            final SimulatedProduct product = product(seed, number, Shelf.ALL.get(shelf), random);
            products.add(product);
            byShelf.get(shelf).add(product);
        }
    }

    private static SimulatedProduct product(final long seed, final int number, final Shelf shelf, final Random random) {
        final Shelf.Good good = shelf.goods().get(random.nextInt(shelf.goods().size()));
        final String brand = shelf.brands().get(random.nextInt(shelf.brands().size()));
        // Many cheap ones and few dear ones.
        final long price = Math.round(shelf.lowestPrice() * Math.pow(DEAREST, random.nextDouble()));
        return new SimulatedProduct(
                "sim-" + seed + "-p" + number,
                good.name() + " «" + brand + "» " + (100 + random.nextInt(900)),
                shelf,
                good,
                brand,
                "sim-" + seed + "-s" + random.nextInt(STORES),
                price,
                1 + Math.round(random.nextDouble() * MOST_IN_STOCK));
    }

    List<SimulatedProduct> all() {
        return List.copyOf(products);
    }

    /** What stands on a shelf, the most popular first; not empty for the first shelves of even a small assortment. */
    List<SimulatedProduct> onShelf(final int shelf) {
        return byShelf.get(shelf);
    }

    /** How many shelves have something on them. */
    int shelves() {
        return (int) byShelf.stream().filter(shelf -> !shelf.isEmpty()).count();
    }
}
