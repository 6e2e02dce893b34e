package marketplace.tool.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C interrupt the work instead of ending it, so that what was stopped is started again and what was published
 * is taken out again. The process leaves when this is closed.
 */
public final class Interruption implements AutoCloseable {
    private static final long CLEANING_UP_SECONDS = 120;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread worker;

    private Interruption(final Thread worker) {
        this.worker = worker;
    }

    /** Over the work of the thread that calls this, from now on. */
    public static Interruption ofThisThread() {
        final Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    private void interrupt() {
        if (over.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!over.await(CLEANING_UP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Not everything could be brought back as it was; ./marketplace status shows it.");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Goes on, or does not.
     *
     * @throws InterruptedException if somebody pressed Ctrl-C
     */
    public void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
