package marketplace.indexer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stores changes one batch after the other, in a thread of its own. A batch is what has come in while the one before it
 * was stored: small and quick when there is little to do, large when there is much.
 *
 * <p>All changes of one document go through one lane. How much may wait here is for whoever brings it to limit.
 */
public final class Lane implements AutoCloseable {
    private static final long CLOSING_MILLIS = 2_000;

    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Delivery delivery;
    private final BatchLimit limit;
    private final Thread thread;
    private volatile Throwable death;

    public Lane(final String name, final Delivery delivery, final BatchLimit limit) {
        this.delivery = delivery;
        this.limit = limit;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** How much goes into one request. */
    public record BatchLimit(int changes, int bytes) {}

    public void add(final Task task) {
        queue.add(task);
    }

    /** What ended the lane, if it was not closed. */
    public Optional<Throwable> death() {
        return Optional.ofNullable(death);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                delivery.deliver(nextBatch());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final RuntimeException | Error e) {
            // Clients wrap the interruption that closes the lane.
            if (!Thread.currentThread().isInterrupted()) {
                death = e;
                throw e;
            }
        }
    }

    private List<Task> nextBatch() throws InterruptedException {
        final List<Task> batch = new ArrayList<>();
        int bytes = 0;
        for (Task next = queue.take(); next != null; next = queue.poll()) {
            batch.add(next);
            bytes += next.change().bytes();
            if (batch.size() >= limit.changes() || bytes >= limit.bytes()) {
                break;
            }
        }
        return batch;
    }

    /** Tells the lane to stop: what is in the queue is forgotten, what is under way may be stored or not. */
    void stop() {
        thread.interrupt();
    }

    /** Stops, and returns when it has. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
