package marketplace.indexer.feed;

/**
 * Of several instances one looks after the indexes of a family: the one that reads the first partition of its topic.
 * Called by the thread that polls, so it returns at once.
 */
public interface Ownership {
    void acquired(String family);

    void lost(String family);
}
