package marketplace.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link AvroSerializer} and {@link AvroDeserializer} together, as Kafka Streams wants them.
 *
 * @param <T> what is written and read
 */
public final class AvroSerde<T> implements Serde<T> {
    private final Serializer<T> serializer = new AvroSerializer<>();
    private final Deserializer<T> deserializer = new AvroDeserializer<>();

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerde() {}

    @Override
    public void configure(final Map<String, ?> configs, final boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
