package marketplace.streams.log;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * A log that says the first lines of each second in full and counts the others, so that a million records make neither
 * a million lines nor a slow service. Safe for use by many threads.
 */
public final class LimitedLog {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Logger log;
    private final int mostPerSecond;
    private final LongSupplier nanos;
    private long second;
    private int said;
    private long unsaid;

    /** @param mostPerSecond how many lines of one second are said in full */
    public LimitedLog(final Logger log, final int mostPerSecond) {
        this(log, mostPerSecond, System::nanoTime);
    }

    LimitedLog(final Logger log, final int mostPerSecond, final LongSupplier nanos) {
        this.log = log;
        this.mostPerSecond = mostPerSecond;
        this.nanos = nanos;
        this.second = nanos.getAsLong();
    }

    /** Says a line at INFO, unless there were many already. The text is made only if it is said. */
    public void info(final Supplier<String> line) {
        if (log.isInfoEnabled() && mayBeSaid()) {
            log.info("{}", line.get());
        }
    }

    /** Says a line at WARN, always: the caller knows that these are few. */
    public void warn(final Supplier<String> line) {
        log.warn("{}", line.get());
    }

    /** To be called now and then, so that what was not said is counted out even when nothing more happens. */
    public synchronized void catchUp() {
        final long now = nanos.getAsLong();
        if (now - second >= SECOND) {
            begin(now);
        }
    }

    private synchronized boolean mayBeSaid() {
        final long now = nanos.getAsLong();
        if (now - second >= SECOND) {
            begin(now);
        }
        if (said < mostPerSecond) {
            said++;
            return true;
        }
        unsaid++;
        return false;
    }

    private void begin(final long now) {
        if (unsaid > 0) {
            log.info("… and {} more like these", String.format(Locale.ROOT, "%,d", unsaid));
        }
        second = now;
        said = 0;
        unsaid = 0;
    }
}
