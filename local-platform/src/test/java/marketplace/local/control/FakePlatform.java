package marketplace.local.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import marketplace.local.platform.PartFailed;

/** Knows two parts: {@code kafka-0}, which does as it is told, and {@code broken}, which fails when it is started. */
final class FakePlatform implements Controlled {
    static final StatusReport REPORT = new StatusReport("ready", "/data", 1_000, 7, 12.5, 1 << 20, List.of());

    private final PartFailed failure;
    final List<String> told = Collections.synchronizedList(new ArrayList<>());

    FakePlatform(PartFailed failure) {
        this.failure = failure;
    }

    @Override
    public StatusReport status() {
        return REPORT;
    }

    @Override
    public void start(String part) throws PartFailed {
        if (known(part).equals("broken")) {
            throw failure;
        }
        told.add("start " + part);
    }

    @Override
    public void stop(String part) {
        if (known(part).equals("broken")) {
            throw new IllegalStateException("broken is not running.");
        }
        told.add("stop " + part);
    }

    @Override
    public void kill(String part) {
        told.add("kill " + known(part));
    }

    @Override
    public void down() {
        told.add("down");
    }

    private static String known(String part) {
        if (!Set.of("kafka-0", "broken").contains(part)) {
            throw new IllegalArgumentException("There is no part " + part + ".");
        }
        return part;
    }
}
