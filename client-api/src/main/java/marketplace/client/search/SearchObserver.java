package marketplace.client.search;

/** Is told of each new search, once, when it has come to its end. Must not wait. */
@FunctionalInterface
public interface SearchObserver {
    void finished(FinishedSearch search);
}
