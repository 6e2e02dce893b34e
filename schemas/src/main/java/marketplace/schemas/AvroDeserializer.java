package marketplace.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import marketplace.schemas.UnreadablePayloadException.Reason;
import marketplace.schemas.registry.RegistryClient;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.DatumReader;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Avro records in Confluent's wire format, as generic records or, with {@code specific.avro.reader}, as objects
 * of generated classes. Takes the settings of {@code io.confluent.kafka.serializers.KafkaAvroDeserializer} (see
 * {@link AvroConfig}) and can be replaced by it.
 *
 * <p>Safe for use by many threads. The registry is asked once for each schema id; after that it may be down. Whatever
 * the bytes are, memory stays in proportion to them.
 *
 * @param <T> what is read
 */
public final class AvroDeserializer<T> implements Deserializer<T> {
    private final Clock clock;
    private RecordReaders readers;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroDeserializer() {
        this(Clock.systemUTC());
    }

    AvroDeserializer(final Clock clock) {
        this.clock = clock;
    }

    @Override
    public void configure(final Map<String, ?> configs, final boolean isKey) {
        final AvroConfig config = new AvroConfig(configs);
        final RegistryClient registry = new RegistryClient(config.registry());
        final Class<?> type = config.getClass(isKey ? AvroConfig.SPECIFIC_KEY_TYPE : AvroConfig.SPECIFIC_VALUE_TYPE);
        readers = new RecordReaders(
                registry::byId,
                new ReaderFactory(
                        config.getBoolean(AvroConfig.SPECIFIC_READER),
                        Optional.ofNullable(type),
                        config.getBoolean(AvroConfig.LOGICAL_TYPES) ? Models.withLogicalTypes() : Models.plain()),
                config,
                clock);
    }

    /**
     * The record; null, which is a tombstone, stays null.
     *
     * @throws UnreadablePayloadException if the bytes are not such a record, now or ever
     * @throws marketplace.schemas.registry.RegistryUnavailableException if the schema is new here and no registry
     *     answers within the configured time
     */
    @Override
    @SuppressWarnings("unchecked") // What T is, the settings and the topic say.
    public T deserialize(final String topic, final byte[] data) {
        if (data == null) {
            return null;
        }
        if (readers == null) {
            throw new IllegalStateException("configure() comes first");
        }
        return (T) read(topic, data, readers.get(schemaId(topic, data)));
    }

    private static int schemaId(final String topic, final byte[] data) {
        if (data.length == 0 || data[0] != WireFormat.MAGIC) {
            throw new UnreadablePayloadException(
                    Reason.NO_MAGIC_BYTE, "A record on " + topic + " does not begin with the magic byte");
        }
        if (data.length < WireFormat.PREFIX) {
            throw new UnreadablePayloadException(
                    Reason.TRUNCATED, "A record on " + topic + " ends before its schema id does");
        }
        return WireFormat.schemaId(data);
    }

    private static Object read(final String topic, final byte[] data, final DatumReader<Object> reader) {
        final BufferDecoder in = new BufferDecoder(data, WireFormat.PREFIX);
        final Object value;
        try {
            value = reader.read(null, in);
        } catch (final UnreadablePayloadException e) {
            throw e;
        } catch (final EOFException e) {
            throw unreadable(Reason.TRUNCATED, topic, e);
        } catch (final AvroTypeException e) {
            throw unreadable(Reason.INCOMPATIBLE_SCHEMA, topic, e);
        } catch (final IOException | RuntimeException | StackOverflowError e) {
            // A schema that contains itself lets the bytes choose the depth; the stack is whole again by now.
            throw unreadable(Reason.CORRUPT, topic, e);
        }
        if (in.remaining() > 0) {
            throw new UnreadablePayloadException(
                    Reason.CORRUPT, in.remaining() + " bytes are left after a record on " + topic);
        }
        return value;
    }

    private static UnreadablePayloadException unreadable(
            final Reason reason, final String topic, final Throwable cause) {
        return new UnreadablePayloadException(
                reason, "A record on " + topic + " cannot be read: " + cause.getMessage(), cause);
    }
}
