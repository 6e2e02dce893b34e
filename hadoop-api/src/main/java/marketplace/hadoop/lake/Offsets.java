package marketplace.hadoop.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the partitions of a topic are in its table.
 *
 * @param next for each partition the offset of the first record that is not in the table
 */
public record Offsets(SortedMap<Integer, Long> next) {
    /** Nothing is in the table. */
    public static final Offsets NONE = new Offsets(new TreeMap<>());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<Integer, Long>> TYPE = new TypeReference<>() {};

    public Offsets {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    public Offsets(final Map<Integer, Long> next) {
        this(new TreeMap<>(next));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalStateException if it is something else: then nobody may guess
     */
    static Offsets fromJson(final String json) {
        try {
            return new Offsets(JSON.readValue(json, TYPE));
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("These are no offsets: " + json, e);
        }
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(next);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("Numbers can be written", e);
        }
    }

    /** Where a partition goes on; nothing if none of its records is in the table. */
    public OptionalLong of(final int partition) {
        return Optional.ofNullable(next.get(partition)).stream()
                .mapToLong(Long::longValue)
                .findAny();
    }

    /** These, with those of some partitions replaced. */
    public Offsets with(final Offsets newer) {
        final SortedMap<Integer, Long> merged = new TreeMap<>(next);
        merged.putAll(newer.next);
        return new Offsets(merged);
    }

    /** Whether all partitions of the others are as far here as they are there. */
    boolean agreesWith(final Offsets others, final Offsets before) {
        return others.next.keySet().stream().allMatch(partition -> of(partition).equals(before.of(partition)));
    }

    /** Whether everything up to those ends is in the table. */
    public boolean reach(final Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
