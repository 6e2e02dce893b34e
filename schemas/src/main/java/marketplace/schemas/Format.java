package marketplace.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** How keys or values of one type become bytes and back. */
interface Format<T> {
    Class<T> type();

    Serializer<T> serializer(Map<String, ?> config);

    Deserializer<T> deserializer(Map<String, ?> config);

    static Format<String> text() {
        return new Plain<>(String.class, StringSerializer::new, StringDeserializer::new);
    }

    static Format<byte[]> bytes() {
        return new Plain<>(byte[].class, ByteArraySerializer::new, ByteArrayDeserializer::new);
    }

    static <T extends SpecificRecord> Format<T> avro(final Class<T> type) {
        return new AvroFormat<>(type);
    }

    /** A format that needs no settings. */
    record Plain<T>(Class<T> type, Supplier<Serializer<T>> serializers, Supplier<Deserializer<T>> deserializers)
            implements Format<T> {
        @Override
        public Serializer<T> serializer(final Map<String, ?> config) {
            return serializers.get();
        }

        @Override
        public Deserializer<T> deserializer(final Map<String, ?> config) {
            return deserializers.get();
        }
    }

    /** Avro values in Confluent's wire format, by our serializer or by the one that the settings name. */
    record AvroFormat<T extends SpecificRecord>(Class<T> type) implements Format<T> {
        @Override
        @SuppressWarnings("unchecked") // A serializer that is put in by configuration is taken at its word.
        public Serializer<T> serializer(final Map<String, ?> config) {
            final Serializer<T> serializer = chosen(
                    config, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, Serializer.class, AvroSerializer.class);
            serializer.configure(settings(config), false);
            return serializer;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Deserializer<T> deserializer(final Map<String, ?> config) {
            final Deserializer<T> deserializer = chosen(
                    config, ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, Deserializer.class, AvroDeserializer.class);
            deserializer.configure(settings(config), false);
            return deserializer;
        }

        /** Schemas are the catalogue's to register, so a service does not, unless it is told to. */
        private Map<String, Object> settings(final Map<String, ?> config) {
            final Map<String, Object> settings = new HashMap<>(config);
            settings.putIfAbsent(AvroConfig.AUTO_REGISTER, false);
            settings.put(AvroConfig.SPECIFIC_READER, true);
            settings.put(AvroConfig.SPECIFIC_VALUE_TYPE, type);
            return settings;
        }

        private static <C> C chosen(
                final Map<String, ?> config, final String key, final Class<C> kind, final Class<? extends C> ours) {
            final Object choice = config.get(key);
            try {
                if (choice == null) {
                    return Utils.newInstance(ours);
                }
                return choice instanceof final Class<?> named
                        ? Utils.newInstance(named.asSubclass(kind))
                        : Utils.newInstance(choice.toString(), kind);
            } catch (final ReflectiveOperationException | ClassCastException e) {
                final var wrong = new ConfigException(key, choice, "no such " + kind.getSimpleName());
                wrong.initCause(e);
                throw wrong;
            }
        }
    }
}
