package marketplace.indexer.rebuild;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One rebuild of a family, as it goes. Safe for use by many threads. */
final class Run {
    /** What single records are to blame for, however few there are. */
    private static final long A_FEW = 10;

    private final String id;
    private final String family;
    private final Instant started;
    private final AtomicLong documents = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile State state = State.RUNNING;
    private volatile String index = "";
    private volatile String error;

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    Run(final String id, final String family, final Instant started) {
        this.id = id;
        this.family = family;
        this.started = started;
    }

    String id() {
        return id;
    }

    String family() {
        return family;
    }

    Instant started() {
        return started;
    }

    State state() {
        return state;
    }

    /** The index that is being filled, or was filled last. */
    String index() {
        return index;
    }

    long documents() {
        return documents.get();
    }

    long refused() {
        return refused.get();
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    void fills(final String name) {
        index = name;
    }

    void stored() {
        documents.incrementAndGet();
    }

    void refuse() {
        refused.incrementAndGet();
    }

    /** So many are refused that the fault is in the index, not in the documents. */
    boolean isRefusedTooOften() {
        return refused.get() > A_FEW && refused.get() * 100 > documents.get() + refused.get();
    }

    void done() {
        state = State.DONE;
    }

    /** It was to be done, or is being done, and will not come to its end. */
    void callOff() {
        if (state == State.RUNNING) {
            failed("It was called off: another instance looks after " + family + " now.");
        }
    }

    void failed(final String why) {
        error = why;
        state = State.FAILED;
    }
}
