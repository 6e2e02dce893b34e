package marketplace.connect.file;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is in the file: its first {@code length} bytes are the lines of all records before these offsets, and of no other.
 *
 * @param length bytes, up to the end of a line
 * @param next for each partition, the offset of the first record that is not in the file
 */
record Checkpoint(long length, Map<TopicPartition, Long> next) {
    Checkpoint {
        next = Map.copyOf(next);
    }

    boolean knows(final TopicPartition partition) {
        return next.containsKey(partition);
    }

    Checkpoint withLength(final long bytes) {
        return new Checkpoint(bytes, next);
    }

    /** The same file, with these offsets instead of those it had, further or not; null forgets the partition. */
    Checkpoint movedTo(final Map<TopicPartition, Long> offsets) {
        final Map<TopicPartition, Long> moved = new HashMap<>(next);
        offsets.forEach((partition, offset) -> {
            if (offset == null) {
                moved.remove(partition);
            } else {
                moved.put(partition, offset);
            }
        });
        return new Checkpoint(length, moved);
    }
}
