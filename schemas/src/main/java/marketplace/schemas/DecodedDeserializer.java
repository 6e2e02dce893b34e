package marketplace.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Makes a record that cannot be read a value of its own, {@link Decoded.Poison}, in place of an exception that would stop
 * the consumer at that record for ever. A registry that is down is still an exception: waiting helps, so nothing is put
 * aside.
 *
 * @param <T> the type of the values
 */
public final class DecodedDeserializer<T> implements Deserializer<Decoded<T>> {
    private final Deserializer<T> deserializer;

    /** Around an {@link AvroDeserializer}; for Kafka, which calls {@link #configure} next. */
    public DecodedDeserializer() {
        this(new AvroDeserializer<>());
    }

    /**
     * Around a deserializer that tells poison by {@link UnreadablePayloadException}. From another, every failure goes
     * through as it is.
     */
    public DecodedDeserializer(final Deserializer<T> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void configure(final Map<String, ?> configs, final boolean isKey) {
        deserializer.configure(configs, isKey);
    }

    @Override
    public Decoded<T> deserialize(final String topic, final byte[] data) {
        if (data == null) {
            return null;
        }
        try {
            return new Decoded.Value<>(deserializer.deserialize(topic, data), data);
        } catch (final UnreadablePayloadException e) {
            return new Decoded.Poison<>(data, e);
        }
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
