package marketplace.acceptance.simulate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time as people write it: 30s, 5m, 2h. */
final class SpanConverter implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    @Override
    public Duration convert(final String value) {
        final Matcher span = SPAN.matcher(value);
        if (!span.matches()) {
            throw new TypeConversionException("'" + value + "' is no span of time such as 30s, 5m or 2h");
        }
        final long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
