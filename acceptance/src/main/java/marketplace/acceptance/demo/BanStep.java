package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** Four of the five are banned, all are published again, and only the fifth goes through. */
final class BanStep implements Step {
    private static final String ALLOWED = Topics.ALLOWED_PRODUCTS.name();

    @Override
    public String title() {
        return "set_ban_products: four products are banned, and do not come back";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        for (final String id : Scene.TO_BE_BANNED) {
            stage.send(scene.requests().ban(id, "подделка"));
        }
        stage.awaitEvidence(() -> areGone(scene), "products 1 to 4 have left the search");
        final int before = passed(scene, Scene.LAMP);
        final int banned = passedOfBanned(scene);
        final long logged = heldBack(scene, 0).size();
        stage.say("All five are published again:");
        stage.send(scene.requests().publishSamples());
        stage.awaitEvidence(() -> passed(scene, Scene.LAMP) > before, "product 5 passed the filter once more");
        stage.command("./marketplace logs stream-processing -n 10");
        stage.awaitEvidence(
                () -> heldBack(scene, logged).size() >= Scene.TO_BE_BANNED.size(),
                "the log says what became of the others:");
        heldBack(scene, logged).forEach(stage::quote);
        stage.evidence(
                passedOfBanned(scene) == banned && areGone(scene), "1 to 4 did not pass, and are not in the search");
        final JsonNode answer = stage.send(scene.requests().search("клавиатура", scene.client()));
        stage.evidence(
                !answer.path("products").findValuesAsText("product_id").contains(Scene.KEYBOARD),
                "the keyboard of the story is not found any more, of %d that are",
                answer.path("total").asLong());
    }

    private static boolean areGone(final Scene scene) throws IOException, InterruptedException {
        for (final String id : Scene.TO_BE_BANNED) {
            if (scene.isInSearch(id)) {
                return false;
            }
        }
        return true;
    }

    private static int passedOfBanned(final Scene scene) throws IOException {
        int passed = 0;
        for (final String id : Scene.TO_BE_BANNED) {
            passed += passed(scene, id);
        }
        return passed;
    }

    private static int passed(final Scene scene, final String id) throws IOException {
        return (int) scene.lookout().seen(Cluster.PRIMARY, ALLOWED, id).stream()
                .filter(sighting -> !sighting.isTombstone())
                .count();
    }

    /** The lines of the filter's log about products that were held back, without so many of the first. */
    private static List<String> heldBack(final Scene scene, final long without) throws IOException {
        final Path log = scene.platform().data().resolve("logs").resolve("stream-processing.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("was held back"))
                    .skip(without)
                    .toList();
        }
    }
}
