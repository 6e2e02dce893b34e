package marketplace.acceptance.criteria;

import java.util.List;

/** Somebody watches over the platform, and a broker that dies is heard of. */
final class Watched implements Criterion {
    private static final List<String> WATCHERS = List.of("prometheus", "alertmanager", "mailbox");

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String title() {
        return "dashboards, JMX exporter, an alert on a dead broker reaches a mailbox and resolves";
    }

    @Override
    public Finding examine(final Ground ground) {
        final Evidence evidence = new Evidence();
        final List<String> missing = WATCHERS.stream()
                .filter(watcher -> !ground.platform().has(watcher))
                .toList();
        if (missing.isEmpty()) {
            evidence.leftOut("%s run, and their alerts are not tried here", String.join(", ", WATCHERS));
        } else {
            evidence.leftOut("no %s among the parts that are ready", String.join(", no ", missing));
        }
        return evidence.finding();
    }
}
