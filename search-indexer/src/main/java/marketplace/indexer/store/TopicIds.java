package marketplace.indexer.store;

import marketplace.indexer.domain.StoreUnavailableException;

/** Tells topics of one name apart: a topic that was deleted and made again has another id. */
@FunctionalInterface
public interface TopicIds {
    /**
     * The id of the topic that a family's documents come from.
     *
     * @throws StoreUnavailableException if it cannot be said now, and so no index can be made
     */
    String of(String family) throws StoreUnavailableException;
}
