package marketplace.acceptance.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import marketplace.acceptance.platform.DeadBroker;
import marketplace.acceptance.platform.Waiting;
import marketplace.acceptance.platform.Watch;
import marketplace.tool.platform.Platform;

/** The alarm that a dead broker raises, where somebody watches over the platform. */
final class Alarm {
    private final Stage stage;
    private final List<String> missing;
    private final Optional<DeadBroker> dead;

    private Alarm(final Stage stage, final List<String> missing, final Optional<DeadBroker> dead) {
        this.stage = stage;
        this.missing = missing;
        this.dead = dead;
    }

    /** To be set before the broker is killed. */
    static Alarm set(final Scene scene, final String broker) throws IOException, InterruptedException {
        final Platform platform = scene.platform();
        final List<String> missing = Watch.missing(platform);
        return new Alarm(
                scene.stage(),
                missing,
                missing.isEmpty()
                        ? Optional.of(new DeadBroker(scene.stage().watch(platform), broker))
                        : Optional.empty());
    }

    /** Shows that it is raised. */
    void raised() throws IOException, InterruptedException {
        if (dead.isEmpty()) {
            stage.note("no alert and no mail: there is no %s on this platform", String.join(", no ", missing));
            return;
        }
        show(
                dead.get()::isNoticed,
                DeadBroker.HEARD_WITHIN,
                "the alert",
                "Prometheus raises the alert " + dead.get().name());
        show(dead.get()::isTold, DeadBroker.HEARD_WITHIN, "the mail", "Alertmanager has sent a mail about it");
        stage.command("./marketplace mail");
    }

    /** Shows that it is over when the broker is back. */
    void resolved() throws IOException, InterruptedException {
        if (dead.isPresent()) {
            show(
                    dead.get()::isOver,
                    DeadBroker.OVER_WITHIN,
                    "the mail that says so",
                    "Alertmanager has sent a mail that it is over");
        }
    }

    private void show(
            final Waiting.Condition condition, final Duration patience, final String what, final String evidence)
            throws IOException, InterruptedException {
        final Optional<Boolean> seen =
                stage.await(what, patience, () -> condition.holds() ? Optional.of(true) : Optional.empty());
        stage.evidence(seen.isPresent(), "%s", evidence);
    }
}
