package marketplace.schemas;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.schemas.RecordWriters.Prepared;
import marketplace.schemas.RecordWriters.Strategy;
import marketplace.schemas.registry.RegistryClient;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes Avro records, of generated classes or generic, in Confluent's wire format. Takes the settings of
 * {@code io.confluent.kafka.serializers.KafkaAvroSerializer} (see {@link AvroConfig}) and can be replaced by it.
 *
 * <p>Safe for use by many threads. The registry is asked once for each topic and schema; after that it may be down.
 *
 * @param <T> what is written
 */
public final class AvroSerializer<T> implements Serializer<T> {
    /** A buffer that one huge record stretched beyond this is not kept. */
    private static final int LARGEST_KEPT = 1 << 20;

    private final AtomicReference<BufferEncoder> spare = new AtomicReference<>();
    private RecordWriters writers;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerializer() {}

    @Override
    public void configure(final Map<String, ?> configs, final boolean isKey) {
        final AvroConfig config = new AvroConfig(configs);
        writers = new RecordWriters(
                new RegistryClient(config.registry()),
                strategy(config),
                Subjects.suffix(isKey),
                config.mostSchemas(),
                config.patience());
    }

    private static Strategy strategy(final AvroConfig config) {
        if (config.getBoolean(AvroConfig.AUTO_REGISTER)) {
            return Strategy.REGISTER;
        }
        return config.getBoolean(AvroConfig.USE_LATEST) ? Strategy.USE_LATEST : Strategy.LOOK_UP;
    }

    /**
     * The record's bytes; null, which is a tombstone, stays null.
     *
     * @throws marketplace.schemas.registry.RegistryUnavailableException if the schema is new here and no registry
     *     answers within the configured time
     * @throws marketplace.schemas.registry.SchemaNotRegisteredException if it is not registered, and is not to be
     * @throws SerializationException if the record does not fit its schema
     */
    @Override
    public byte[] serialize(final String topic, final T data) {
        if (data == null) {
            return null;
        }
        if (writers == null) {
            throw new IllegalStateException("configure() comes first");
        }
        if (!(data instanceof final GenericContainer record)) {
            throw new SerializationException(
                    "Not an Avro record: " + data.getClass().getName());
        }
        final Prepared prepared = writers.get(topic, record);
        BufferEncoder out = spare.getAndSet(null);
        if (out == null) {
            out = new BufferEncoder();
        }
        out.begin(prepared.id());
        try {
            prepared.writer().write(record, out);
        } catch (final IOException | RuntimeException e) {
            throw new SerializationException(
                    "A record for " + topic + " does not fit its schema "
                            + record.getSchema().getFullName() + ": " + e.getMessage(),
                    e);
        }
        final byte[] bytes = out.toByteArray();
        if (out.capacity() <= LARGEST_KEPT) {
            spare.set(out);
        }
        return bytes;
    }
}
