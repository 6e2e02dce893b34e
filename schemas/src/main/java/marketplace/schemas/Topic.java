package marketplace.schemas;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A topic, with the types of what is on it. See {@link Topics} for all there are.
 *
 * <p>Each method that takes a configuration answers a new object that is configured and ready, and belongs to the
 * caller. The configuration is a client's: {@code schema.registry.url} and what else {@link AvroConfig} names. Where it
 * has {@code value.serializer} or {@code value.deserializer}, values of Avro topics go through that class in place of
 * ours. Values of generated classes are never registered by a service unless {@code auto.register.schemas} says so.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class Topic<K, V> {
    private final String name;
    private final Format<K> keys;
    private final Format<V> values;

    Topic(final String name, final Format<K> keys, final Format<V> values) {
        this.name = name;
        this.keys = keys;
        this.values = values;
    }

    /** The name, as it stands in the catalogue. */
    public String name() {
        return name;
    }

    public Class<K> keyType() {
        return keys.type();
    }

    public Class<V> valueType() {
        return values.type();
    }

    public Serializer<K> keySerializer() {
        return keys.serializer(Map.of());
    }

    public Deserializer<K> keyDeserializer() {
        return keys.deserializer(Map.of());
    }

    public Serde<K> keySerde() {
        return Serdes.serdeFrom(keySerializer(), keyDeserializer());
    }

    /**
     * Writes values.
     *
     * @throws org.apache.kafka.common.config.ConfigException which names the setting that is missing or wrong
     */
    public Serializer<V> serializer(final Map<String, ?> config) {
        return values.serializer(config);
    }

    /**
     * Reads values, and throws {@link UnreadablePayloadException} where one cannot be read.
     *
     * @throws org.apache.kafka.common.config.ConfigException which names the setting that is missing or wrong
     */
    public Deserializer<V> deserializer(final Map<String, ?> config) {
        return values.deserializer(config);
    }

    /**
     * Reads values, with those that cannot be read as {@link Decoded.Poison}.
     *
     * @throws org.apache.kafka.common.config.ConfigException which names the setting that is missing or wrong
     */
    public Deserializer<Decoded<V>> decoder(final Map<String, ?> config) {
        return new DecodedDeserializer<>(deserializer(config));
    }

    /**
     * Writes and reads values.
     *
     * @throws org.apache.kafka.common.config.ConfigException which names the setting that is missing or wrong
     */
    public Serde<V> valueSerde(final Map<String, ?> config) {
        return Serdes.serdeFrom(serializer(config), deserializer(config));
    }

    @Override
    public String toString() {
        return name;
    }
}
