package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import marketplace.schemas.Topics;

/** A client finds the keyboard, in whatever form the word is typed, and the search is recorded. */
final class SearchStep implements Step {
    private static final int SHOWN = 3;

    @Override
    public String title() {
        return "get_product_info: a client looks for «клавиатура»";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        stage.awaitEvidence(() -> scene.isInSearch(Scene.KEYBOARD), "product 3 is in the search");
        final JsonNode answer = stage.send(scene.requests().search("клавиатура", scene.client()));
        found(stage, answer);
        stage.say("The same in another form, and with a typo:");
        for (final String words : List.of("клавиатуры", "клавиотура")) {
            found(stage, stage.send(scene.requests().search(words, scene.client())));
        }
        final String query = answer.path("query_id").asText();
        scene.showOnBoth(Topics.SEARCH_PRODUCTS.name(), query, "the first search");
        stage.awaitEvidence(
                () -> scene.documents(Topics.SEARCH_PRODUCTS.name(), "query_id", query) == 1,
                "the search is a document in Elasticsearch, index search-products");
    }

    private static void found(final Stage stage, final JsonNode answer) {
        stage.evidence(
                answer.path("total").asLong() > 0,
                "%d found in %d ms: %s",
                answer.path("total").asLong(),
                answer.path("took_ms").asLong(),
                String.join(", ", Scene.names(answer, SHOWN)));
    }
}
