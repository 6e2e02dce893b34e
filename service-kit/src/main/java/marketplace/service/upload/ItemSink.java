package marketplace.service.upload;

/** Where the items go. */
@FunctionalInterface
public interface ItemSink<T> {
    /**
     * Takes an item, and tells the receipt later, from any thread and exactly once, what became of it. May wait when
     * there is too much on its way. Items of one request come in their order, one at a time.
     */
    void take(T item, Receipt receipt);
}
