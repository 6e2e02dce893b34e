package marketplace.hadoop.export;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import marketplace.hadoop.lake.TopicRecord;
import marketplace.schemas.AvroConfig;
import marketplace.schemas.AvroDeserializer;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records as they were written, with the schema that they were written with: a field that this service does not
 * know comes into the table all the same.
 */
final class Intake {
    /** What a record takes beside its bytes. */
    private static final int OVERHEAD = 128;

    private final AvroDeserializer<IndexedRecord> values = new AvroDeserializer<>();
    private final EventTime times;

    Intake(final Map<String, Object> settings, final Clock clock, final Duration oldest) {
        final Map<String, Object> generic = new HashMap<>(settings);
        generic.put(AvroConfig.SPECIFIC_READER, false);
        generic.put(AvroConfig.LOGICAL_TYPES, false);
        values.configure(generic, false);
        times = new EventTime(clock, oldest);
    }

    /**
     * The record as it goes into a table.
     *
     * @throws marketplace.schemas.UnreadablePayloadException if it cannot be read, now or ever
     * @throws org.apache.kafka.common.errors.SerializationException if it cannot be read now, because the registry does
     *     not answer
     */
    TopicRecord read(final ConsumerRecord<byte[], byte[]> record) {
        final Optional<IndexedRecord> value = Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        final Instant recorded = times.ofRecord(record.timestamp());
        return new TopicRecord(
                Optional.ofNullable(record.key()).map(key -> new String(key, StandardCharsets.UTF_8)),
                record.partition(),
                record.offset(),
                recorded,
                value,
                value.map(found -> times.ofValue(found, recorded)).orElse(recorded),
                OVERHEAD + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()));
    }
}
