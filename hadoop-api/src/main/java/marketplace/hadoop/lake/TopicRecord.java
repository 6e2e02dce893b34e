package marketplace.hadoop.lake;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;

/**
 * A record as it goes into a table.
 *
 * @param key its key as text; nothing if it has none
 * @param value its value; nothing for a tombstone
 * @param eventAt when it happened
 * @param bytes about how much memory it takes
 */
public record TopicRecord(
        Optional<String> key,
        int partition,
        long offset,
        Instant timestamp,
        Optional<IndexedRecord> value,
        Instant eventAt,
        int bytes) {}
