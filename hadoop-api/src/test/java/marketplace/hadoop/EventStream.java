package marketplace.hadoop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Client events that keep coming to a topic, until it is closed. */
final class EventStream implements AutoCloseable {
    private static final long BETWEEN_EVENTS_MILLIS = 2;

    private final TargetTopics topics;
    private final String topic;
    private final Thread thread = new Thread(this::run, "stream");
    private volatile boolean closed;
    private volatile int count;

    EventStream(final TargetTopics topics, final String topic) {
        this.topics = topics;
        this.topic = topic;
        thread.start();
    }

    private void run() {
        int next = 0;
        while (!closed) {
            topics.put(topic, "client-" + next, Events.view("e" + next));
            next++;
            count = next;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_EVENTS_MILLIS));
        }
        topics.flush();
    }

    /** How many there have been. */
    int count() {
        return count;
    }

    /** Ends it; answers how many there were in all. */
    int end() {
        closed = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return count;
    }

    @Override
    public void close() {
        end();
    }
}
