package marketplace.local.parts;

import java.util.List;
import marketplace.local.layout.Cluster;

/** Placeholder until the catalogue is here. */
public final class Principals {
    private Principals() {}

    public static List<String> all() {
        return List.of("shop-api", "mirror-maker", "kafka-connect", "operator");
    }

    static List<String> on(Cluster cluster) {
        return all();
    }
}
