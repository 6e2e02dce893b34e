package marketplace.streams.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When something happened, in the event's own words where they can be believed. The latest time that was seen closes
 * windows for everybody, so one event from the far future must not be taken at its word: the time of its record stands
 * in for it, and where that makes no sense either, the time now.
 */
public final class BelievableTime implements TimestampExtractor {
    /** How far a clock elsewhere may be ahead. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private final Function<Object, Optional<Instant>> said;
    private final Clock clock;

    private BelievableTime(final Function<Object, Optional<Instant>> said, final Clock clock) {
        this.said = said;
        this.clock = clock;
    }

    /** The time of the record. */
    public static TimestampExtractor ofRecords(final Clock clock) {
        return new BelievableTime(value -> Optional.empty(), clock);
    }

    /** The time that events of a type carry. */
    public static <E> TimestampExtractor ofEvents(
            final Class<E> type, final Function<E, Instant> at, final Clock clock) {
        return new BelievableTime(
                value -> type.isInstance(value) ? Optional.of(at.apply(type.cast(value))) : Optional.empty(), clock);
    }

    @Override
    public long extract(final ConsumerRecord<Object, Object> record, final long partitionTime) {
        final long now = clock.millis();
        final long latest = now + SKEW.toMillis();
        final long published = record.timestamp() >= 0 && record.timestamp() <= latest ? record.timestamp() : now;
        final long at = said.apply(record.value()).map(Instant::toEpochMilli).orElse(published);
        return at > 0 && at <= Math.min(latest, published + SKEW.toMillis()) ? at : published;
    }
}
