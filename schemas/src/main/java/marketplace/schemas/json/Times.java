package marketplace.schemas.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.avro.LogicalType;

/** The logical types that are times, from the numbers under them to objects whose text is ISO 8601. */
final class Times {
    private static final Map<String, LongFunction<Object>> BY_NAME = Map.of(
            "date", LocalDate::ofEpochDay,
            "time-millis", millis -> LocalTime.ofNanoOfDay(millis * 1_000_000),
            "time-micros", micros -> LocalTime.ofNanoOfDay(micros * 1_000),
            "timestamp-millis", Instant::ofEpochMilli,
            "timestamp-micros", micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
            "local-timestamp-millis", millis -> local(Instant.ofEpochMilli(millis)),
            "local-timestamp-micros", micros -> local(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));

    private Times() {}

    static boolean isTime(final LogicalType logical) {
        return BY_NAME.containsKey(logical.getName());
    }

    static String text(final LogicalType logical, final long number) {
        return BY_NAME.get(logical.getName()).apply(number).toString();
    }

    private static LocalDateTime local(final Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
