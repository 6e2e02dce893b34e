package marketplace.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two clusters of the platform: the one that facts arrive on, and the one that they are mirrored to. */
public enum Cluster {
    PRIMARY,
    TARGET;

    /** The cluster's name as the catalogue file writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cluster> named(String label) {
        return Arrays.stream(values())
                .filter(cluster -> cluster.label().equals(label))
                .findFirst();
    }
}
