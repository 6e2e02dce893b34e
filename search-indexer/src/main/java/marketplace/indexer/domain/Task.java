package marketplace.indexer.domain;

/** A change on its way to the store, and who is told what became of it: by exactly one of the last three, once. */
public interface Task {
    Change change();

    /** False once somebody else has the change to make. */
    boolean isWanted();

    /** It was not wanted any more. It may be stored or not. */
    void dropped();

    /**
     * The change is stored, or a later one of the same document is.
     *
     * @param stale if it was the latter
     */
    void stored(boolean stale);

    /** The store will never take it. */
    void refused(String reason);
}
