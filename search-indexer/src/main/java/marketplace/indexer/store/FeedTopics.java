package marketplace.indexer.store;

import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;

/** What the store has to know of the topics that documents come from, before it makes an index for them. */
public interface FeedTopics {
    /**
     * The id of the topic that a family's documents come from: one that was deleted and made again has another.
     *
     * @throws StoreUnavailableException if it cannot be said now, and so no index can be made
     */
    String idFor(String family) throws StoreUnavailableException;

    /**
     * Whether the feed has already passed records whose documents belong on a shelf. An index that is made there now will
     * not get them by itself.
     *
     * @throws StoreUnavailableException if it cannot be said now, and so no index can be made
     */
    boolean isPast(Shelf shelf) throws StoreUnavailableException;
}
