package marketplace.streams.bans;

import java.util.Optional;

/**
 * What is known of one product, from whichever of the two topics it came first. A product is allowed when its shop
 * publishes it and nobody banned it.
 */
record Standing(Optional<Publication> publication, Optional<Ban> ban) {
    /** Of a product that nobody has said anything about. */
    static final Standing UNKNOWN = new Standing(Optional.empty(), Optional.empty());

    boolean isAllowed() {
        return publication.isPresent() && ban.isEmpty();
    }

    /** The shop that nobody else may publish in the place of: whose the product is, until it is removed. */
    Optional<String> owner() {
        return publication.map(Publication::store).filter(store -> !store.isEmpty());
    }

    boolean isUnknown() {
        return publication.isEmpty() && ban.isEmpty();
    }

    Standing published(final Publication newest) {
        return new Standing(Optional.of(newest), ban);
    }

    Standing removed() {
        return new Standing(Optional.empty(), ban);
    }

    Standing banned(final Ban newest) {
        return new Standing(publication, Optional.of(newest));
    }

    Standing lifted() {
        return new Standing(publication, Optional.empty());
    }
}
