package marketplace.indexer.domain;

import java.util.TreeSet;

/**
 * How far one partition has been dealt with. Records begin in their order and are done in any. Safe for use by many
 * threads.
 */
public final class Progress {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private volatile boolean abandoned;

    /** Of a partition that is read from this offset on. */
    public Progress(final long start) {
        next = start;
    }

    /** A record is being dealt with. */
    public synchronized void began(final long offset) {
        open.add(offset);
        next = offset + 1;
    }

    /** A record has been dealt with: it is stored, or where dead letters are. */
    public synchronized void done(final long offset) {
        open.remove(offset);
    }

    /** Up to here there is nothing to read but what has begun. */
    public synchronized void readTo(final long position) {
        next = Math.max(next, position);
    }

    /** Where to read from after a crash: every record before it is done. */
    public synchronized long committable() {
        return open.isEmpty() ? next : open.first();
    }

    public synchronized boolean isIdle() {
        return open.isEmpty();
    }

    /** Somebody else goes on with the partition. */
    public void abandon() {
        abandoned = true;
    }

    public boolean isAbandoned() {
        return abandoned;
    }
}
