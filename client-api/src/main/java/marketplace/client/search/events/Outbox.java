package marketplace.client.search.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes things at once and brings them away later, in their order, a few at a time, for as long as that takes. There is
 * room for so many; what comes when there is none is dropped, and counted.
 */
final class Outbox<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** How many are under way at a time. */
    private static final int BATCH = 500;

    /** How long it rests between two deliveries: what comes together costs all whom it passes less than one by one. */
    private static final Duration REST = Duration.ofMillis(200);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Brings things to where they cannot be lost. */
    @FunctionalInterface
    interface Carrier<T> {
        /** Brings what it can, in bounded or unbounded time, and answers what is to be tried again. */
        List<T> carry(List<T> things) throws InterruptedException;
    }

    /** How many things may wait, and how much memory they may take. */
    record Room(int things, long bytes) {}

    private final BlockingQueue<T> waiting;
    private final Room room;
    private final ToIntFunction<T> weight;
    private final AtomicLong held = new AtomicLong();
    private final Carrier<T> carrier;
    private final Duration lastPatience;
    private final Clock clock;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile List<T> underWay = List.of();
    private volatile Instant stuckSince;
    private volatile boolean closing;

    /**
     * Makes an outbox, and begins to carry.
     *
     * @param room for those that wait
     * @param weight about how many bytes one of them takes
     * @param lastPatience how long {@link #close} waits for what is still there
     */
    Outbox(
            final String name,
            final Room room,
            final ToIntFunction<T> weight,
            final Duration lastPatience,
            final Carrier<T> carrier,
            final Clock clock) {
        this.waiting = new ArrayBlockingQueue<>(room.things());
        this.room = room;
        this.weight = weight;
        this.carrier = carrier;
        this.lastPatience = lastPatience;
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Takes a thing, or drops it if there is no room. Never waits. */
    void put(final T thing) {
        if (closing || held.get() >= room.bytes() || !waiting.offer(thing)) {
            dropped.incrementAndGet();
        } else {
            held.addAndGet(weight.applyAsInt(thing));
        }
    }

    /** How many have not arrived yet. */
    int pending() {
        return waiting.size() + underWay.size();
    }

    /** How many were dropped, ever. */
    long dropped() {
        return dropped.get();
    }

    /** Since when those at the front have been trying to get away; nothing if there are none. */
    Optional<Instant> underWaySince() {
        return Optional.ofNullable(stuckSince);
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                final T first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    final List<T> batch = new ArrayList<>(BATCH);
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    batch.forEach(thing -> held.addAndGet(-weight.applyAsInt(thing)));
                    deliver(batch);
                    if (batch.size() < BATCH && !closing) {
                        Thread.sleep(REST.toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(final List<T> batch) throws InterruptedException {
        stuckSince = clock.instant();
        underWay = batch;
        Duration pause = FIRST_PAUSE;
        while (!underWay.isEmpty()) {
            final int before = underWay.size();
            underWay = carrier.carry(underWay);
            if (underWay.size() < before) {
                pause = FIRST_PAUSE;
            } else {
                Thread.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        stuckSince = null;
    }

    /** Takes nothing more, waits a while for what is still there, and gives it up. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(lastPatience.toMillis());
            thread.interrupt();
            thread.join(lastPatience.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        final int left = pending();
        if (left > 0) {
            dropped.addAndGet(left);
            waiting.clear();
            underWay = List.of();
            LOG.warn("{} things were still waiting to be brought away, and are lost", left);
        }
    }
}
