package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import marketplace.acceptance.platform.Replicas;
import marketplace.acceptance.platform.Revival;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** A broker is killed, and nobody notices but who watches. */
final class BrokerStep implements Step {
    private static final String VICTIM = "kafka-0";
    private static final Duration COMING_BACK = Duration.ofSeconds(90);

    @Override
    public String title() {
        return "A broker is killed: everything goes on";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        final Alarm alarm = Alarm.set(scene, VICTIM);
        stage.command("./marketplace kill " + VICTIM);
        try {
            scene.platform().kill(VICTIM);
            whileItIsDead(scene);
            alarm.raised();
        } finally {
            stage.command("./marketplace start " + VICTIM);
            Revival.of(scene.platform(), VICTIM);
        }
        try (Replicas replicas = new Replicas(scene.platform(), scene.catalogue(), Cluster.PRIMARY)) {
            final Optional<Boolean> whole = stage.await(
                    "the replicas to be in sync",
                    COMING_BACK,
                    () -> replicas.lacking().isEmpty() ? Optional.of(true) : Optional.empty());
            stage.evidence(whole.isPresent(), "%s is back, and every replica in sync", VICTIM);
        }
        alarm.resolved();
    }

    private static void whileItIsDead(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        final String client = scene.client() + "-meanwhile";
        final JsonNode told = stage.send(scene.requests()
                .tell("[{\"kind\": \"view\", \"client_id\": \"" + client + "\", \"product_id\": \"" + Scene.LAMP
                        + "\"}]"));
        stage.evidence(
                told.path("accepted").asInt() == 1, "client-api accepted it, on a quorum of the two that are left");
        scene.showOnBoth(Topics.CLIENT_EVENTS.name(), client, "what was done meanwhile");
        final JsonNode published = stage.send(scene.requests().publishSamples());
        stage.evidence(
                published.path("accepted").asInt() == 5,
                "shop-api accepted %d products",
                published.path("accepted").asInt());
        final JsonNode found = stage.send(scene.requests().search("лампа", scene.client()));
        stage.evidence(
                found.path("total").asLong() > 0,
                "the search answers: %d found in %d ms",
                found.path("total").asLong(),
                found.path("took_ms").asLong());
    }
}
