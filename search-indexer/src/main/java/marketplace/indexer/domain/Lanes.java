package marketplace.indexer.domain;

import java.util.List;
import java.util.Optional;

/** Several lanes, with each document in the same one always. */
public final class Lanes implements AutoCloseable {
    private final List<Lane> lanes;

    public Lanes(final List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    public void add(final Task task) {
        final Change change = task.change();
        final int hash = 31 * change.shelf().name().hashCode() + change.id().hashCode();
        lanes.get(Math.floorMod(hash ^ (hash >>> 16), lanes.size())).add(task);
    }

    /** What ended one of the lanes. */
    public Optional<Throwable> death() {
        return lanes.stream().map(Lane::death).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void close() {
        // Each waits for its thread; all are told first.
        lanes.forEach(Lane::stop);
        lanes.forEach(Lane::close);
    }
}
