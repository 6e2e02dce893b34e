package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.acceptance.platform.Lookout;
import marketplace.acceptance.platform.Requests;
import marketplace.acceptance.platform.Sighting;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.tool.platform.Platform;

/**
 * What the steps of the story have in common.
 *
 * @param client the client of the story, who is new on the marketplace
 */
record Scene(Platform platform, Catalogue catalogue, Requests requests, Lookout lookout, Stage stage, String client) {
    /** The samples that the story bans; the fifth goes on. */
    static final List<String> TO_BE_BANNED = List.of("1", "2", "3", "4");

    static final String KEYBOARD = "3";
    static final String LAMP = "5";

    /** Shows that a record is on both clusters, as the same bytes. */
    void showOnBoth(final String topic, final String key, final String what) throws IOException, InterruptedException {
        final Optional<Sighting> here = stage.await(what + " on " + topic, () -> last(Cluster.PRIMARY, topic, key));
        if (here.isEmpty()) {
            stage.evidence(false, "%s is not on %s of the primary cluster", what, topic);
            return;
        }
        final Optional<Sighting> there =
                stage.await(what + " on " + topic + " of the target cluster", () -> last(Cluster.TARGET, topic, key)
                        .filter(here.get()::isSameAs));
        stage.evidence(
                there.isPresent(),
                "%s: %s%s",
                what,
                place(here.get()),
                there.map(record -> "; the same bytes " + place(record)).orElse(", and not on the target cluster"));
    }

    private Optional<Sighting> last(final Cluster cluster, final String topic, final String key) throws IOException {
        final List<Sighting> seen = lookout.seen(cluster, topic, key);
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
    }

    static String place(final Sighting sighting) {
        return sighting.topic() + " (" + sighting.cluster().label() + ") partition "
                + sighting.record().partition() + " offset " + sighting.record().offset();
    }

    /** How many documents of an index have that value in a field. */
    long documents(final String index, final String field, final String value)
            throws IOException, InterruptedException {
        return stage.ask(requests.documents(index, field, value))
                .at("/hits/total/value")
                .asLong();
    }

    /** Whether a product can be found. */
    boolean isInSearch(final String productId) throws IOException, InterruptedException {
        return documents("products", "product_id", productId) == 1;
    }

    /** The names of the first products of an answer. */
    static List<String> names(final JsonNode answer, final int most) {
        final List<String> names = new ArrayList<>();
        for (final JsonNode product : answer.path("products")) {
            if (names.size() < most) {
                names.add("«" + product.path("name").asText() + "» ("
                        + product.path("product_id").asText() + ")");
            }
        }
        return names;
    }
}
