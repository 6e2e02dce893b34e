package marketplace.schemas;

import java.io.IOException;
import java.time.Duration;
import marketplace.schemas.registry.RegisteredSchema;
import marketplace.schemas.registry.RegistryClient;
import marketplace.schemas.registry.SchemaText;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** For each topic and schema how to write a record, and the id to write in front of it. Asks the registry once. */
final class RecordWriters {
    /** Which schema stands in front of a record. */
    enum Strategy {
        /** The record's own, which the registry takes in if it does not have it. */
        REGISTER,
        /** The newest of the subject, and the record is made to fit. */
        USE_LATEST,
        /** The record's own, which must be there. */
        LOOK_UP
    }

    /** Writes a record of one schema. */
    interface RecordWriter {
        void write(Object datum, BufferEncoder out) throws IOException;
    }

    /** What to write in front of the record, and how to write the record. */
    record Prepared(int id, RecordWriter writer) {}

    private record Key(String topic, Schema schema, boolean specific) {}

    private record Last(String topic, Schema schema, boolean specific, Prepared prepared) {}

    private final RegistryClient registry;
    private final Strategy strategy;
    private final String suffix;
    private final BoundedCache<Key, Prepared> cache;
    private final SingleFlight<Key, Prepared> flights;
    private volatile Last last = new Last("", null, false, null);

    RecordWriters(
            final RegistryClient registry,
            final Strategy strategy,
            final String suffix,
            final int mostSchemas,
            final Duration patience) {
        this.registry = registry;
        this.strategy = strategy;
        this.suffix = suffix;
        this.cache = new BoundedCache<>(mostSchemas);
        this.flights = new SingleFlight<>(patience);
    }

    Prepared get(final String topic, final GenericContainer record) {
        final Schema schema = record.getSchema();
        final boolean specific = record instanceof SpecificRecord;
        // Nearly every record is like the one before it, and its schema is the same object, which equals sees at once.
        final Last before = last;
        if (schema.equals(before.schema) && before.specific == specific && before.topic.equals(topic)) {
            return before.prepared;
        }
        final Key key = new Key(topic, schema, specific);
        Prepared prepared = cache.get(key);
        if (prepared == null) {
            prepared = flights.get(key, () -> {
                final Prepared fetched = prepare(topic + suffix, schema, record);
                cache.put(key, fetched);
                return fetched;
            });
        }
        last = new Last(topic, schema, specific, prepared);
        return prepared;
    }

    private Prepared prepare(final String subject, final Schema schema, final GenericContainer record) {
        final RecordWriter own = writing(writer(schema, record));
        return switch (strategy) {
            case REGISTER -> new Prepared(registry.register(subject, schema), own);
            case LOOK_UP -> new Prepared(registry.lookup(subject, schema), own);
            case USE_LATEST -> {
                final RegisteredSchema latest = registry.latest(subject);
                yield new Prepared(latest.id(), fitting(own, SchemaText.stripped(schema), latest.schema(), subject));
            }
        };
    }

    private static DatumWriter<Object> writer(final Schema schema, final GenericContainer record) {
        return record instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass()))
                : new GenericDatumWriter<>(schema, Models.withLogicalTypes());
    }

    private static RecordWriter writing(final DatumWriter<Object> writer) {
        return writer::write;
    }

    /** Fields are found by name: a record whose schema has them in another order, or fewer of them, arrives whole. */
    private static RecordWriter fitting(
            final RecordWriter own, final Schema schema, final Schema latest, final String subject) {
        if (schema.equals(latest)) {
            return own;
        }
        final var fit = SchemaCompatibility.checkReaderWriterCompatibility(latest, schema);
        if (fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SerializationException("A record of " + schema.getFullName()
                    + " cannot be written with the latest schema of " + subject + ": "
                    + fit.getResult().getIncompatibilities());
        }
        LogicalTypeChanges.conflicts(schema, latest).findFirst().ifPresent(conflict -> {
            throw new SerializationException("A record of " + schema.getFullName()
                    + " cannot be written with the latest schema of " + subject + ": " + conflict);
        });
        final DatumReader<Object> reader = new GenericDatumReader<>(schema, latest, Models.plain());
        final DatumWriter<Object> writer = new GenericDatumWriter<>(latest, Models.plain());
        return (datum, out) -> {
            final BufferEncoder bare = new BufferEncoder();
            bare.beginBare();
            own.write(datum, bare);
            writer.write(reader.read(null, new BufferDecoder(bare.toByteArray(), 0)), out);
        };
    }
}
