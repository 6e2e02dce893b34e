package marketplace.tool.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends at a fixed rate, whether or not answers come, as people do who do not know of each other. Each answer's time
 * counts from when its request was to be sent: waiting for its turn is a part of it.
 */
public final class OpenLoop {
    private final int rate;
    private final Time time;

    /** @param rate requests a second */
    public OpenLoop(final int rate) {
        this(rate, Time.REAL);
    }

    OpenLoop(final int rate, final Time time) {
        this.rate = rate;
        this.time = time;
    }

    /** One request of many. */
    public interface Request {
        /**
         * Sends it.
         *
         * @param number from 0
         * @param intended when it was to be sent, as {@link System#nanoTime} has it
         * @return done when its answer is there
         */
        CompletableFuture<?> send(int number, long intended);
    }

    /**
     * What came of it.
     *
     * @param answered the times of those that were answered as they should be
     * @param failed how many were not
     * @param failure why the first of them was not, or nothing
     */
    public record Outcome(Latencies answered, long failed, String failure) {}

    /** Sends so many and waits for all answers. */
    public Outcome run(final int count, final Request request) throws InterruptedException {
        final Latencies latencies = new Latencies();
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final List<CompletableFuture<?>> answers = new ArrayList<>(count);
        final long begin = time.now();
        for (int number = 0; number < count; number++) {
            final long intended = begin + number * TimeUnit.SECONDS.toNanos(1) / rate;
            time.await(intended);
            answers.add(request.send(number, intended).handle((answer, refusal) -> {
                if (refusal == null) {
                    latencies.add(time.now() - intended);
                } else {
                    failure.compareAndSet(null, refusal);
                }
                return null;
            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return new Outcome(latencies, count - latencies.count(), reason(failure.get()));
    }

    private static String reason(final Throwable failure) {
        if (failure == null) {
            return "";
        }
        return (failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure)
                .toString();
    }
}
