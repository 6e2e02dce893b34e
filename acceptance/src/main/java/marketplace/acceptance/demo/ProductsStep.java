package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.IntStream;
import marketplace.schemas.Topics;

/** The five samples are published, and stand on both clusters. */
final class ProductsStep implements Step {
    private static final int SAMPLES = 5;

    @Override
    public String title() {
        return "set_products: a shop publishes five products";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final JsonNode answer = scene.stage().send(scene.requests().publishSamples());
        scene.stage()
                .evidence(
                        answer.path("accepted").asInt() == SAMPLES,
                        "shop-api: %d accepted, each on a quorum of brokers",
                        answer.path("accepted").asInt());
        for (final String id :
                IntStream.rangeClosed(1, SAMPLES).mapToObj(Integer::toString).toList()) {
            scene.showOnBoth(Topics.PRODUCTS.name(), id, "product " + id);
        }
    }
}
