package marketplace.recommendations;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Events with a structure that is known. Products stand on shelves; a client has a taste for two shelves, and takes nine
 * of ten products from them and the rest from anywhere. On each shelf and everywhere some products are far more popular
 * than others. So what a client does next is on his two shelves, and popularity knows nothing of them.
 */
final class Tastes {
    private static final double FROM_TASTE = 0.9;
    private static final long BEGINNING = 1_700_000_000;

    private final int clients;
    private final int products;
    private final int shelves;
    private final int mean;
    private final Random random;

    /** @param mean of how many products a client takes, on average */
    Tastes(final int clients, final int products, final int shelves, final int mean, final long seed) {
        this.clients = clients;
        this.products = products;
        this.shelves = shelves;
        this.mean = mean;
        this.random = new Random(seed);
    }

    /** Writes them as lines of client, product, weight, time. */
    Path writeTo(final Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int client = 0; client < clients; client++) {
                write(out, client);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(final BufferedWriter out, final int client) throws IOException {
        final int[] taste = {random.nextInt(shelves), random.nextInt(shelves)};
        final int count = mean / 2 + random.nextInt(mean + 1);
        final Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            final int product = product(taste);
            if (taken.add(product)) {
                final long at = BEGINNING + i * 3_600L + random.nextInt(3_600);
                out.write("client-" + client + ",product-" + product + "," + (1 + random.nextInt(5)) + "," + at);
                out.newLine();
            }
        }
    }

    /** The shelf of a product is the rest when its number is divided by the number of shelves. */
    private int product(final int[] taste) {
        final int shelf = random.nextDouble() < FROM_TASTE ? taste[random.nextInt(2)] : random.nextInt(shelves);
        final int onShelf = products / shelves;
        final double luck = random.nextDouble();
        return shelf + shelves * (int) (onShelf * luck * luck);
    }
}
