package marketplace.client.recommendations;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where recommendations stand, and what there is to know about the products in them. Both fail with {@link
 * RecommendationsUnavailableException}, in bounded time, if it cannot be asked.
 */
public interface RecommendationIndex {
    /** What was found for these clients; those for whom there is nothing are left out. */
    CompletionStage<Map<String, Recommendations>> of(Collection<String> clients);

    /** These products as they are now; those that are gone, or banned, are left out. */
    CompletionStage<Map<String, ShownProduct>> products(Collection<String> ids);
}
