package marketplace.schemas;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.IntFunction;
import marketplace.schemas.UnreadablePayloadException.Reason;
import marketplace.schemas.registry.SchemaNotRegisteredException;
import marketplace.schemas.registry.UnusableSchemaException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;

/**
 * For each schema id how to read a record. Asks the registry once for each id that it knows, and for one that it does
 * not know no more than once in a while, so that bad records do not become a load on it.
 */
final class RecordReaders {
    private record Last(int id, DatumReader<Object> reader) {}

    private final IntFunction<Schema> registry;
    private final Function<Schema, DatumReader<Object>> readers;
    private final BoundedCache<Integer, DatumReader<Object>> cache;
    private final BoundedCache<Integer, Instant> unknownUntil;
    private final SingleFlight<Integer, DatumReader<Object>> flights;
    private final Duration missingIdTtl;
    private final Clock clock;
    private volatile Last last = new Last(0, null);

    /**
     * @param registry gives the schema with an id, or throws {@link SchemaNotRegisteredException}
     * @param readers makes what reads records of a writer's schema
     */
    RecordReaders(
            final IntFunction<Schema> registry,
            final Function<Schema, DatumReader<Object>> readers,
            final AvroConfig config,
            final Clock clock) {
        this.registry = registry;
        this.readers = readers;
        this.cache = new BoundedCache<>(config.mostSchemas());
        this.unknownUntil = new BoundedCache<>(config.mostSchemas());
        this.flights = new SingleFlight<>(config.patience());
        this.missingIdTtl = config.missingIdTtl();
        this.clock = clock;
    }

    /**
     * What reads records with this id. It may be used by many threads at once.
     *
     * @throws UnreadablePayloadException if the id is not known, or its schema cannot be used
     */
    DatumReader<Object> get(final int id) {
        final Last before = last;
        if (before.id == id && before.reader != null) {
            return before.reader;
        }
        DatumReader<Object> reader = cache.get(id);
        if (reader == null) {
            refuseKnownUnknown(id);
            reader = flights.get(id, () -> {
                final DatumReader<Object> fetched = fetch(id);
                cache.put(id, fetched);
                return fetched;
            });
        }
        last = new Last(id, reader);
        return reader;
    }

    private void refuseKnownUnknown(final int id) {
        final Instant until = unknownUntil.get(id);
        if (until != null) {
            if (clock.instant().isBefore(until)) {
                throw unknown(id, null);
            }
            unknownUntil.remove(id, until);
        }
    }

    private DatumReader<Object> fetch(final int id) {
        final Schema schema;
        try {
            schema = registry.apply(id);
        } catch (final SchemaNotRegisteredException e) {
            unknownUntil.put(id, clock.instant().plus(missingIdTtl));
            throw unknown(id, e);
        } catch (final UnusableSchemaException e) {
            return new Refusing(id, e);
        }
        try {
            return readers.apply(schema);
        } catch (final AvroRuntimeException e) {
            return new Refusing(id, e);
        }
    }

    private static UnreadablePayloadException unknown(final int id, final Throwable cause) {
        return new UnreadablePayloadException(
                Reason.UNKNOWN_SCHEMA_ID,
                "No schema is registered with the id " + id + " that the record names",
                cause);
    }

    /** Remembers that a schema is of no use here, without asking for it again. */
    private static final class Refusing implements DatumReader<Object> {
        private final int id;
        private final RuntimeException why;

        Refusing(final int id, final RuntimeException why) {
            this.id = id;
            this.why = why;
        }

        @Override
        public void setSchema(final Schema schema) {
            throw new IllegalStateException("Its schema is fixed");
        }

        @Override
        public Object read(final Object reuse, final Decoder in) throws IOException {
            throw new UnreadablePayloadException(
                    Reason.INCOMPATIBLE_SCHEMA,
                    "The schema with the id " + id + " cannot be read here: " + why.getMessage(),
                    why);
        }
    }
}
