package marketplace.streams.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed, after a pause that grows while failures go on: what failed may be over soon, a
 * broker or a registry that was down. An {@link Error} is not: it stops the client, and the service says that it is
 * down.
 */
public final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);

    private final BackOff backOff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger pausing = new AtomicInteger();

    public ThreadReplacement(final Clock clock) {
        this.backOff = new BackOff(clock);
    }

    @Override
    public StreamThreadExceptionResponse handle(final Throwable failure) {
        final Throwable cause = root(failure);
        if (cause instanceof Error) {
            LOG.error("A stream thread failed, and the service stops processing", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        final Duration pause = backOff.next();
        LOG.warn(
                "A stream thread failed; another begins where it stood, in {} ms: {}",
                pause.toMillis(),
                cause.toString());
        pause(pause);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Ends a pause that is going on: the service stops. */
    public void stop() {
        stopping.countDown();
    }

    /** How many threads failed and wait to be replaced. */
    public int pausing() {
        return pausing.get();
    }

    private void pause(final Duration pause) {
        pausing.incrementAndGet();
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The service stops, so nobody waits");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pausing.decrementAndGet();
        }
    }

    private static Throwable root(final Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
