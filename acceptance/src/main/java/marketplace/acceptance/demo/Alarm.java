package marketplace.acceptance.demo;

import java.util.List;
import marketplace.tool.platform.Platform;

/** The alarm that a dead broker raises, where somebody watches over the platform. */
final class Alarm {
    private static final List<String> WATCHERS = List.of("prometheus", "alertmanager", "mailbox");

    private final Platform platform;

    Alarm(final Platform platform) {
        this.platform = platform;
    }

    /** Says what can be shown of it. */
    void tell(final Stage stage) {
        final List<String> missing =
                WATCHERS.stream().filter(watcher -> !platform.has(watcher)).toList();
        if (missing.isEmpty()) {
            stage.note("%s are there; what they say of it is not shown here", String.join(", ", WATCHERS));
        } else {
            stage.note("no alert and no mail: there is no %s on this platform", String.join(", no ", missing));
        }
    }
}
