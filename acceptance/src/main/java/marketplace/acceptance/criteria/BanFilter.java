package marketplace.acceptance.criteria;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import marketplace.acceptance.platform.Sighting;
import marketplace.acceptance.platform.Waiting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** A banned product is nowhere to be found, whether the ban or the product came first. */
final class BanFilter implements Criterion {
    private static final String ALLOWED = Topics.ALLOWED_PRODUCTS.name();
    /** So many that some come after the banned ones on every partition: once they are through, so is the filter. */
    private static final int NEIGHBOURS = 24;

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String title() {
        return "banned products are filtered, in both orders of arrival";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final Visitor visitor = ground.visitor();
        final String first = visitor.own("published-then-banned");
        final String second = visitor.own("banned-then-published");

        // Long before it is published: bans and products come on different topics, and only then it is sure who is
        // first.
        visitor.ban(second);
        visitor.publish(List.of(first), visitor.own("first"));
        if (!evidence.holds(isFound(ground, first), "a product that was published is in the search")) {
            return evidence.finding();
        }
        visitor.ban(first);
        evidence.holds(isGone(ground, first), "it was banned, and left the search");
        for (final Cluster cluster : Cluster.values()) {
            evidence.holds(
                    ground.lookout()
                            .await(cluster, ALLOWED, first, Sighting::isTombstone, Ground.PATIENCE)
                            .isPresent(),
                    "it was withdrawn from %s of the %s cluster",
                    ALLOWED,
                    cluster.label());
        }

        final int before = passed(ground, first);
        publishWithNeighbours(ground, evidence, first, second);
        evidence.holds(passed(ground, second) == 0, "a product that was banned before it was published did not pass");
        evidence.holds(passed(ground, first) == before, "the other did not come back when it was published again");
        evidence.holds(
                ground.documents("products", "product_id", second) == 0
                        && ground.documents("products", "product_id", first) == 0,
                "neither is in the search");

        visitor.liftBan(first);
        visitor.liftBan(second);
        evidence.holds(
                isFound(ground, first) && isFound(ground, second),
                "their bans were lifted, and both are in the search");
        return evidence.finding();
    }

    private static void publishWithNeighbours(
            final Ground ground, final Evidence evidence, final String first, final String second)
            throws IOException, InterruptedException {
        final Visitor visitor = ground.visitor();
        final List<String> neighbours = IntStream.range(0, NEIGHBOURS)
                .mapToObj(number -> visitor.own("neighbour-" + number))
                .toList();
        final List<String> upload = new ArrayList<>(List.of(first, second));
        upload.addAll(neighbours);
        visitor.publish(upload, visitor.own("neighbours"));
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> haveAllPassed(ground, neighbours)),
                "both were published with %d neighbours, which all passed",
                NEIGHBOURS);
    }

    private static boolean haveAllPassed(final Ground ground, final List<String> ids) throws IOException {
        for (final String id : ids) {
            if (passed(ground, id) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How often a product came through the filter. */
    private static int passed(final Ground ground, final String id) throws IOException {
        return (int) ground.lookout().seen(Cluster.PRIMARY, ALLOWED, id).stream()
                .filter(sighting -> !sighting.isTombstone())
                .count();
    }

    private static boolean isFound(final Ground ground, final String id) throws IOException, InterruptedException {
        return Waiting.until(Ground.PATIENCE, () -> ground.documents("products", "product_id", id) == 1);
    }

    private static boolean isGone(final Ground ground, final String id) throws IOException, InterruptedException {
        return Waiting.until(Ground.PATIENCE, () -> ground.documents("products", "product_id", id) == 0);
    }
}
