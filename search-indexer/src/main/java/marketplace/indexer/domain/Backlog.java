package marketplace.indexer.domain;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much has been read and not dealt with: beyond a limit nothing more is read. Safe for use by many threads. */
public final class Backlog {
    private final int mostRecords;
    private final long mostBytes;
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    public Backlog(final int mostRecords, final long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    public void add(final int size) {
        records.incrementAndGet();
        bytes.addAndGet(size);
    }

    public void remove(final int size) {
        records.decrementAndGet();
        bytes.addAndGet(-size);
    }

    public boolean isFull() {
        return records.get() >= mostRecords || bytes.get() >= mostBytes;
    }

    /** There is room for a good deal again. */
    public boolean hasRoom() {
        return records.get() <= mostRecords / 2 && bytes.get() <= mostBytes / 2;
    }

    public int records() {
        return records.get();
    }
}
