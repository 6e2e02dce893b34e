package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.acceptance.platform.Sighting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** Clients look around and buy; Spark learns from it, and client-api serves what it found. */
final class RecommendationsStep implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int OTHERS = 4;

    @Override
    public String title() {
        return "get_recommendations: Spark reads HDFS, and what it finds is served";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        stage.say("A client buys the lamp and looks at the keyboard; others who look at the keyboard take the watch.");
        lookAround(scene);
        LakeStep.end(scene, stage.send(scene.requests().export()));

        // Who asks while a run goes on is shown that one, which knows nothing yet of what was told just now.
        stage.await(
                "a run of before",
                PATIENCE,
                () -> ended(stage.ask(scene.requests().recommendationRuns()).path(0)));
        final JsonNode started = stage.send(scene.requests().recommend(false));
        final String id = started.path("run_id").asText();
        final Optional<JsonNode> end = stage.await(
                "Spark", PATIENCE, () -> ended(stage.ask(scene.requests().recommendationRun(id))));
        final JsonNode run = end.orElse(started);
        if (!stage.evidence(
                run.path("state").asText().equals("done"),
                "run %s is %s: from %,d events of %,d clients it has recommendations for %,d clients, by %s%s",
                id,
                run.path("state").asText(),
                run.at("/result/signals").asLong(),
                run.at("/result/clients").asLong(),
                run.at("/result/published").asLong(),
                run.at("/result/method").asText(),
                run.path("error").isMissingNode()
                        ? ""
                        : "; " + run.path("error").asText())) {
            return;
        }
        record(scene);
        served(scene, id);
    }

    private static Optional<JsonNode> ended(final JsonNode run) {
        return run.path("state").asText().equals("running") ? Optional.empty() : Optional.of(run);
    }

    private static void lookAround(final Scene scene) throws IOException, InterruptedException {
        final List<String> events = new ArrayList<>();
        events.add(event("purchase", scene.client(), Scene.LAMP));
        events.add(event("view", scene.client(), Scene.KEYBOARD));
        for (int other = 0; other < OTHERS; other++) {
            events.add(event("view", scene.client() + "-" + other, Scene.KEYBOARD));
            events.add(event("cart", scene.client() + "-" + other, "1"));
        }
        final JsonNode answer = scene.stage().send(scene.requests().tell("[" + String.join(", ", events) + "]"));
        scene.stage()
                .evidence(
                        answer.path("accepted").asInt() == events.size(),
                        "client-api: %d events accepted",
                        answer.path("accepted").asInt());
        for (int other = 0; other < OTHERS; other++) {
            final String client = scene.client() + "-" + other;
            scene.stage()
                    .await(
                            "what the clients did on the target cluster",
                            () -> scene.lookout()
                                                    .seen(Cluster.TARGET, Topics.CLIENT_EVENTS.name(), client)
                                                    .size()
                                            >= 2
                                    ? Optional.of(true)
                                    : Optional.empty());
        }
    }

    private static String event(final String kind, final String client, final String product) {
        return "{\"kind\": \"" + kind + "\", \"client_id\": \"" + client + "\", \"product_id\": \"" + product + "\"}";
    }

    private static void record(final Scene scene) throws IOException, InterruptedException {
        final String topic = Topics.RECOMMENDATIONS.name();
        final Optional<Sighting> record = scene.stage()
                .await("the record", () -> scene.lookout().seen(Cluster.TARGET, topic, scene.client()).stream()
                        .findFirst());
        scene.stage()
                .evidence(
                        record.isPresent(),
                        "the client's record: %s",
                        record.map(Scene::place).orElse("not on " + topic));
    }

    private static void served(final Scene scene, final String run) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        stage.await(
                "the recommendations in the search",
                () -> stage.ask(scene.requests().recommendations(scene.client()))
                                .path("run_id")
                                .asText()
                                .equals(run)
                        ? Optional.of(true)
                        : Optional.empty());
        final JsonNode answer = stage.send(scene.requests().recommendations(scene.client()));
        stage.evidence(
                answer.path("run_id").asText().equals(run)
                        && answer.path("personal").asBoolean(),
                "client-api serves them: %d products",
                answer.path("products").size());
        int shown = 0;
        for (final JsonNode product : answer.path("products")) {
            if (shown++ < OTHERS) {
                stage.quote(product.path("rank").asInt() + ". «"
                        + product.path("name").asText() + "»: "
                        + product.path("reason").asText());
            }
        }
    }
}
