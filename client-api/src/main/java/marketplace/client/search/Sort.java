package marketplace.client.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What comes first. Among equals it is the least product id. */
public enum Sort {
    /** What fits the words best. */
    RELEVANCE,
    PRICE_ASC,
    PRICE_DESC,
    /** What was created last. */
    NEWEST;

    /** What it is called in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, if there is one. */
    public static Optional<Sort> labelled(final String label) {
        return Arrays.stream(values())
                .filter(sort -> sort.label().equals(label))
                .findFirst();
    }
}
