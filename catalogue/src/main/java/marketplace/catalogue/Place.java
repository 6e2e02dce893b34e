package marketplace.catalogue;

import java.util.List;
import java.util.function.Consumer;

/** One place that the contract is applied to. Used by one thread at a time. */
interface Place extends AutoCloseable {

    String label();

    /** What it is busy with, for those who wait. */
    String doing();

    /**
     * Looks, and says what to do.
     *
     * @param waitForBrokers whether what is just starting is given time to get up
     * @throws PlaceException when it cannot be looked at
     */
    Plan plan(boolean waitForBrokers);

    /**
     * Does it, and tells each change that was made.
     *
     * @return one line for each that was not
     * @throws PlaceException when the place cannot be reached
     */
    List<String> apply(List<Change> changes, Consumer<Change> made);

    @Override
    void close();
}
