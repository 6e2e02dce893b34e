package marketplace.hadoop.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * When things happened: the day that a row stands under. A client may name whatever time it likes, and each day has
 * files of its own; so a time that is far from its record's counts as the record's. The row keeps what the client said.
 */
final class EventTime {
    private static final List<String> FIELDS = List.of("at", "updated_at");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Clock clock;
    private final Duration oldest;
    private final IdentityHashMap<Schema, Optional<Schema.Field>> fields = new IdentityHashMap<>();

    EventTime(final Clock clock, final Duration oldest) {
        this.clock = clock;
        this.oldest = oldest;
    }

    /** The time of a record, from the milliseconds that it carries: those of nobody are the present. */
    Instant ofRecord(final long millis) {
        final Instant now = clock.instant();
        if (millis < 0 || millis > now.plus(CLOCKS_DIFFER).toEpochMilli()) {
            return now;
        }
        return Instant.ofEpochMilli(millis);
    }

    /** When that happened which a value tells of. */
    Instant ofValue(final IndexedRecord value, final Instant recorded) {
        return fields.computeIfAbsent(value.getSchema(), EventTime::field)
                .map(field -> (Long) value.get(field.pos()))
                .filter(millis -> isNear(millis, recorded))
                .map(Instant::ofEpochMilli)
                .orElse(recorded);
    }

    private static Optional<Schema.Field> field(final Schema schema) {
        return FIELDS.stream()
                .map(schema::getField)
                .filter(field ->
                        field != null && field.schema().getLogicalType() instanceof LogicalTypes.TimestampMillis)
                .findFirst();
    }

    private boolean isNear(final long millis, final Instant recorded) {
        return millis >= recorded.minus(oldest).toEpochMilli()
                && millis <= recorded.plus(CLOCKS_DIFFER).toEpochMilli();
    }
}
