package marketplace.connect;

import java.util.HashMap;
import java.util.Map;
import marketplace.schemas.AvroConfig;
import marketplace.schemas.AvroDeserializer;
import marketplace.schemas.UnreadablePayloadException;
import marketplace.schemas.json.AvroJson;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a sink each Avro record as JSON on one line, for sinks that write text; {@link AvroJson} says what it looks like.
 * Takes the settings of {@link AvroConfig} and reads whatever schemas the records name.
 *
 * <p>It tells poison from waiting: a record that can never be read is a {@link DataException}, which a connector with
 * {@code errors.tolerance=all} puts aside; a registry that does not help now is a {@link RetriableException}, which one
 * with {@code errors.retry.timeout=-1} waits for.
 */
public final class AvroToJsonLine implements Converter {
    private static final Logger LOG = LoggerFactory.getLogger(AvroToJsonLine.class);

    private final AvroDeserializer<Object> records = new AvroDeserializer<>();

    /** For Kafka Connect, which calls {@link #configure} next. */
    public AvroToJsonLine() {}

    @Override
    public void configure(final Map<String, ?> configs, final boolean isKey) {
        final Map<String, Object> settings = new HashMap<>(configs);
        // The classes of this plugin are those of one release, the records those of any.
        settings.put(AvroConfig.SPECIFIC_READER, false);
        records.configure(settings, isKey);
    }

    /** The record as text; what is null stays null. */
    @Override
    public SchemaAndValue toConnectData(final String topic, final byte[] value) {
        if (value == null) {
            return SchemaAndValue.NULL;
        }
        return new SchemaAndValue(Schema.STRING_SCHEMA, line(topic, read(topic, value)));
    }

    private Object read(final String topic, final byte[] value) {
        try {
            return records.deserialize(topic, value);
        } catch (final UnreadablePayloadException e) {
            throw new DataException(e.getMessage(), e);
        } catch (final SerializationException e) {
            // Connect tries again without a word.
            LOG.warn("A record on {} has to wait: {}", topic, e.getMessage());
            throw new RetriableException(e);
        }
    }

    private static String line(final String topic, final Object value) {
        if (!(value instanceof final IndexedRecord record)) {
            throw new DataException("What is on " + topic + " is Avro, but not a record");
        }
        try {
            return AvroJson.toJson(record);
        } catch (final RuntimeException e) {
            throw new DataException("A record on " + topic + " has no JSON: " + e.getMessage(), e);
        }
    }

    /** JSON is for people to read: nothing is made of it. */
    @Override
    public byte[] fromConnectData(final String topic, final Schema schema, final Object value) {
        throw new DataException("This converter is for sinks: it does not write " + topic);
    }

    @Override
    public void close() {
        records.close();
    }
}
