package marketplace.service.upload;

/** Makes an item of what was sent. */
@FunctionalInterface
public interface ItemReader<T> {
    /**
     * Reads an item. What is wrong with it is told to {@code fields}; what this answers then is not used.
     */
    T read(Fields fields);
}
