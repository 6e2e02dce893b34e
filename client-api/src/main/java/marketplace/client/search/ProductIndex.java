package marketplace.client.search;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where products are found. Both fail with {@link SearchUnavailableException}, in bounded time, if it cannot be asked. */
public interface ProductIndex {
    /**
     * Finds a page of products.
     *
     * @param queryId the search that the page belongs to: pages of one search are read in one place
     */
    CompletionStage<Findings> find(ProductSearch search, String queryId);

    /** What somebody may be about to type that has begun so, the likeliest first. */
    CompletionStage<List<Suggestion>> suggest(QueryText beginning, int most);
}
