package marketplace.service.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import marketplace.service.http.FieldError;

/**
 * The fields of a JSON object, asked for one by one. What is wrong is noted with the field's path, and something
 * harmless is answered, so that a reader learns of all faults at once. Fields that nobody asked for are faults, too.
 */
public final class Fields {
    /** More faults than these of one item are not listed. */
    private static final int MOST_ERRORS = 20;

    private final JsonNode object;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    private Fields(final JsonNode object, final String path, final List<FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    static Fields of(final JsonNode item) {
        final Fields fields = new Fields(item, "", new ArrayList<>());
        if (!item.isObject()) {
            fields.errors.add(new FieldError("", "must be a JSON object"));
        }
        return fields;
    }

    /** What is wrong so far. */
    List<FieldError> errors() {
        return errors;
    }

    /** Whether nothing is wrong so far. */
    public boolean areSound() {
        return errors.isEmpty();
    }

    /** Notes that a field is wrong. */
    public void reject(final String name, final String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pathOf(name), reason));
        }
    }

    /** A text of one line that must be there, with something in it. */
    public String text(final String name, final int longest) {
        final Optional<String> text = optionalText(name, longest);
        if (text.isPresent() && text.get().isBlank()) {
            reject(name, "must not be blank");
        } else if (text.isEmpty() && !present(name)) {
            reject(name, "is missing");
        }
        return text.orElse("");
    }

    /** A text of one line that need not be there. */
    public Optional<String> optionalText(final String name, final int longest) {
        final JsonNode value = ask(name);
        return value == null ? Optional.empty() : textOf(value, name, text -> Texts.fault(text, longest));
    }

    /** A text that may have several lines, and need not be there. */
    public Optional<String> optionalLines(final String name, final int longest) {
        final JsonNode value = ask(name);
        return value == null ? Optional.empty() : textOf(value, name, text -> Texts.faultOfLines(text, longest));
    }

    /** A whole number that must be there, within bounds. */
    public long integer(final String name, final long least, final long greatest) {
        final JsonNode value = ask(name);
        if (value == null) {
            reject(name, "is missing");
        } else if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            reject(name, "must be a whole number");
        } else if (value.longValue() < least || value.longValue() > greatest) {
            reject(name, "must be from " + least + " to " + greatest);
        } else {
            return value.longValue();
        }
        return least;
    }

    /** A decimal number that must be there, as a JSON number or as text, exact. */
    public BigDecimal decimal(final String name, final int integerDigits, final int fractionDigits) {
        final JsonNode value = ask(name);
        if (value == null) {
            reject(name, "is missing");
            return BigDecimal.ZERO;
        }
        final Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            reject(name, "must be a decimal number");
            return BigDecimal.ZERO;
        }
        if (number.get().signum() == 0) {
            return BigDecimal.ZERO.setScale(fractionDigits);
        }
        // Before its zeros are taken away: of a number beyond reason that would go beyond what there are numbers for.
        if ((long) number.get().precision() - number.get().scale() > integerDigits) {
            reject(name, "must have at most " + integerDigits + " digits before the point");
            return BigDecimal.ZERO;
        }
        final BigDecimal plain = number.get().stripTrailingZeros();
        if (plain.scale() > fractionDigits) {
            reject(name, "must have at most " + fractionDigits + " digits after the point");
            return BigDecimal.ZERO;
        }
        return plain.setScale(fractionDigits);
    }

    private static Optional<BigDecimal> number(final JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        final String text = value.isTextual() ? value.textValue() : "";
        if (text.length() > 40 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A moment, ISO 8601 with a time zone, if it is there. */
    public Optional<Instant> instant(final String name) {
        final Optional<String> text = optionalText(name, 40);
        try {
            return text.map(iso -> OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            reject(name, "must be a date and time with a time zone, as in 2026-01-31T12:00:00Z");
            return Optional.empty();
        }
    }

    /** An object that must be there. */
    public <T> T object(final String name, final Function<Fields, T> reader) {
        JsonNode value = ask(name);
        if (value == null) {
            reject(name, "is missing");
        } else if (!value.isObject()) {
            reject(name, "must be an object");
            value = null;
        }
        // With an empty object the fault is noted once, and not for each field that it lacks.
        final List<FieldError> noted = value == null ? new ArrayList<>() : errors;
        return read(value == null ? JsonNodeFactory.instance.objectNode() : value, pathOf(name), noted, reader);
    }

    /** A list, empty if it is not there. */
    public <T> List<T> objects(final String name, final int most, final Function<Fields, T> reader) {
        final List<T> read = new ArrayList<>();
        for (final JsonNode element : elements(name, most)) {
            final String at = pathOf(name) + "[" + read.size() + "]";
            if (!element.isObject()) {
                errors.add(new FieldError(at, "must be an object"));
                break;
            }
            read.add(read(element, at, errors, reader));
        }
        return read;
    }

    /** A list of texts of one line, empty if it is not there. */
    public List<String> texts(final String name, final int most, final int longest) {
        final List<String> read = new ArrayList<>();
        for (final JsonNode element : elements(name, most)) {
            read.add(textOf(element, name + "[" + read.size() + "]", text -> Texts.fault(text, longest))
                    .orElse(""));
        }
        return read;
    }

    /** Texts that may have several lines, by names of one, empty if they are not there. */
    public Map<String, String> textsByName(final String name, final int most, final int longest) {
        final JsonNode value = ask(name);
        final Map<String, String> read = new LinkedHashMap<>();
        if (value == null) {
            return read;
        }
        if (!value.isObject()) {
            reject(name, "must be an object");
        } else if (value.size() > most) {
            reject(name, "must have at most " + most + " entries");
        } else {
            value.properties().forEach(entry -> {
                final String at = name + "." + cut(entry.getKey());
                Texts.fault(entry.getKey(), longest).ifPresent(fault -> reject(at, "has a name that " + fault));
                read.put(
                        entry.getKey(),
                        textOf(entry.getValue(), at, text -> Texts.faultOfLines(text, longest))
                                .orElse(""));
            });
        }
        return read;
    }

    private Iterable<JsonNode> elements(final String name, final int most) {
        final JsonNode value = ask(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            reject(name, "must be an array");
            return List.of();
        }
        if (value.size() > most) {
            reject(name, "must have at most " + most + " elements");
            return List.of();
        }
        return value;
    }

    private Optional<String> textOf(
            final JsonNode value, final String name, final Function<String, Optional<String>> faults) {
        if (!value.isTextual()) {
            reject(name, "must be a text");
            return Optional.empty();
        }
        final Optional<String> fault = faults.apply(value.textValue());
        fault.ifPresent(reason -> reject(name, reason));
        return fault.isPresent() ? Optional.empty() : Optional.of(value.textValue());
    }

    private static <T> T read(
            final JsonNode value, final String path, final List<FieldError> errors, final Function<Fields, T> reader) {
        final Fields inner = new Fields(value, path, errors);
        final T read = reader.apply(inner);
        inner.rejectUnknown();
        return read;
    }

    /** Notes the fields that nobody asked for. */
    void rejectUnknown() {
        for (final Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            final String name = names.next();
            if (!asked.contains(name)) {
                reject(cut(name), "is not known here");
            }
        }
    }

    private boolean present(final String name) {
        return object.hasNonNull(name);
    }

    /** The value of a field; JSON's null is as good as nothing. */
    private JsonNode ask(final String name) {
        asked.add(name);
        final JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String pathOf(final String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String cut(final String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
