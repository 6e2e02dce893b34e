package marketplace.client.recommendations;

import java.util.List;
import java.util.Optional;

/**
 * What a client is shown.
 *
 * @param isPersonal whether it was found for this client, and not for everybody
 * @param source what it was taken from; absent if nobody was ever recommended anything
 * @param products the best first
 */
public record ShownList(boolean isPersonal, Optional<Recommendations> source, List<Place> products) {
    /** A product on the list. */
    public record Place(Recommendations.Item item, ShownProduct product) {}
}
