package marketplace.acceptance.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens on the simulated marketplace, one deed after the other without end: visits of clients who search, look,
 * put into the cart and buy, many at a time; shops that change prices; moderators. The same for the same seed.
 */
final class Traffic {
    private static final int VISITS_AT_A_TIME = 24;
    private static final double SHOPS = 0.02;
    private static final double MODERATORS = 0.006;
    private static final double WITH_TYPO = 0.15;
    private static final double FOR_NOTHING = 0.06;
    private static final double INTO_CART = 0.3;
    private static final double BOUGHT = 0.5;
    private static final int MOST_LOOKS = 5;
    private static final int MOST_BANNED = 5;
    private static final double PRICE_SPREAD = 0.2;

    private static final List<String> NOT_SOLD_HERE = List.of(
            "гравицапа", "машина времени", "ковёр-самолёт", "шапка-невидимка", "flux capacitor", "perpetuum mobile");
    private static final List<String> REASONS = List.of("подделка", "жалобы покупателей", "нет сертификата");

    private final Assortment assortment;
    private final List<SimulatedClient> clients;
    private final Random random;
    private final List<Queue<Deed>> visits = new ArrayList<>();
    private final Deque<String> banned = new ArrayDeque<>();
    private long sessions;

    Traffic(final long seed, final Assortment assortment, final int clients) {
        this.assortment = assortment;
        this.clients = IntStream.range(0, clients)
                .mapToObj(number -> SimulatedClient.of(seed, number, assortment.shelves()))
                .toList();
        this.random = new Random(~seed);
        for (int visit = 0; visit < Math.min(VISITS_AT_A_TIME, clients); visit++) {
            visits.add(visit());
        }
    }

    /** What happens next. */
    Deed next() {
        final double who = random.nextDouble();
        if (who < SHOPS) {
            return newPrice();
        }
        return who < SHOPS + MODERATORS ? moderation() : visited();
    }

    private Deed visited() {
        final int number = random.nextInt(visits.size());
        if (visits.get(number).isEmpty()) {
            visits.set(number, visit());
        }
        return visits.get(number).remove();
    }

    /** A client comes with something in mind. */
    private Queue<Deed> visit() {
        final long session = sessions++;
        final SimulatedClient client = clients.get(random.nextInt(clients.size()));
        final List<SimulatedProduct> shelf = assortment.onShelf(client.shelf(random, assortment.shelves()));
        final Queue<Deed> visit = new ArrayDeque<>();
        final SimulatedProduct wanted = client.pick(shelf, random);
        if (random.nextDouble() < FOR_NOTHING) {
            visit.add(new Deed.Search(session, client.id(), oneOf(NOT_SOLD_HERE)));
            return visit;
        }
        visit.add(new Deed.Search(session, client.id(), typed(wanted.good().searched())));
        final int looks = 1 + random.nextInt(MOST_LOOKS);
        for (int look = 0; look < looks; look++) {
            final String product =
                    look == 0 ? wanted.id() : client.pick(shelf, random).id();
            visit.add(new Deed.Act(session, "view", client.id(), product));
            if (random.nextDouble() < INTO_CART) {
                visit.add(new Deed.Act(session, "cart", client.id(), product));
                if (random.nextDouble() < BOUGHT) {
                    visit.add(new Deed.Act(session, "purchase", client.id(), product));
                }
            }
        }
        return visit;
    }

    private String typed(final String words) {
        return random.nextDouble() < WITH_TYPO ? Typos.in(words, random) : words;
    }

    private Deed newPrice() {
        final SimulatedProduct product = anyProduct();
        final double change = 1 + PRICE_SPREAD * (2 * random.nextDouble() - 1);
        return new Deed.Publish(product.at(Math.max(1, Math.round(product.price() * change))));
    }

    /** A few products are banned at a time, and none for long. */
    private Deed moderation() {
        if (banned.size() >= MOST_BANNED || (!banned.isEmpty() && random.nextBoolean())) {
            return new Deed.Lift(banned.removeFirst());
        }
        final String product = anyProduct().id();
        if (banned.contains(product)) {
            banned.remove(product);
            return new Deed.Lift(product);
        }
        banned.addLast(product);
        return new Deed.Ban(product, oneOf(REASONS));
    }

    private SimulatedProduct anyProduct() {
        return assortment.all().get(random.nextInt(assortment.all().size()));
    }

    private String oneOf(final List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
