package marketplace.service.log;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * A log that says the first lines of each second in full and counts the others, so that a million records make neither
 * a million lines nor a slow service. What was not said is counted out a second later, even when nothing more happens.
 * Safe for use by many threads.
 */
public final class LimitedLog {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Logger log;
    private final Level level;
    private final int mostPerSecond;
    private final LongSupplier nanos;
    private final Executor aSecondLater;
    private long second;
    private int said;
    private long unsaid;

    /** @param mostPerSecond how many lines of one second are said in full */
    public LimitedLog(final Logger log, final Level level, final int mostPerSecond) {
        this(
                log,
                level,
                mostPerSecond,
                System::nanoTime,
                CompletableFuture.delayedExecutor(SECOND, TimeUnit.NANOSECONDS));
    }

    LimitedLog(
            final Logger log,
            final Level level,
            final int mostPerSecond,
            final LongSupplier nanos,
            final Executor aSecondLater) {
        this.log = log;
        this.level = level;
        this.mostPerSecond = mostPerSecond;
        this.nanos = nanos;
        this.aSecondLater = aSecondLater;
        this.second = nanos.getAsLong();
    }

    /** Says a line, unless there were many already. The text is made only if it is said. */
    public void say(final Supplier<String> line) {
        if (log.isEnabledForLevel(level) && mayBeSaid()) {
            log.atLevel(level).log(line);
        }
    }

    /** Says a line at WARN, always: the caller knows that these are few. */
    public void warn(final Supplier<String> line) {
        log.atWarn().log(line);
    }

    private synchronized boolean mayBeSaid() {
        catchUp();
        if (said < mostPerSecond) {
            said++;
            return true;
        }
        if (unsaid == 0) {
            aSecondLater.execute(this::catchUp);
        }
        unsaid++;
        return false;
    }

    private synchronized void catchUp() {
        final long now = nanos.getAsLong();
        if (now - second < SECOND) {
            return;
        }
        if (unsaid > 0) {
            log.atLevel(level).log("… and {} more like these", String.format(Locale.ROOT, "%,d", unsaid));
        }
        second = now;
        said = 0;
        unsaid = 0;
    }
}
