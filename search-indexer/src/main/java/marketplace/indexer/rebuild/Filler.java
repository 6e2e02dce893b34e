package marketplace.indexer.rebuild;

import marketplace.indexer.domain.StoreUnavailableException;

/** Where the documents of a new index come from. */
interface Filler extends AutoCloseable {
    /**
     * Brings everything that is there at this moment and was not brought before.
     *
     * @return how much that was
     * @throws InterruptedException if the rebuild is called off
     */
    long catchUp() throws InterruptedException, StoreUnavailableException;

    @Override
    void close();
}
