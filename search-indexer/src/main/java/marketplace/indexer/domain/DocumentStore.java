package marketplace.indexer.domain;

import java.util.List;

/** Where documents are stored. Safe for use by many threads. */
@FunctionalInterface
public interface DocumentStore {
    /**
     * Stores changes in their order.
     *
     * @return what became of each, in the order of the changes
     * @throws StoreUnavailableException if nothing is known of any: each may be stored or not, and may be sent again
     */
    List<Outcome> write(List<Change> changes) throws StoreUnavailableException;
}
