package marketplace.schemas;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;

/** Makes what reads records of a writer's schema, as generic records or as objects of generated classes. */
final class ReaderFactory implements Function<Schema, DatumReader<Object>> {
    private final boolean specific;
    private final Optional<Class<?>> type;
    private final GenericData generic;

    /**
     * @param specific whether to read into generated classes
     * @param type the generated class to read as; else it is the one that the writer's schema names
     * @param generic how generic records stand in memory
     */
    ReaderFactory(final boolean specific, final Optional<Class<?>> type, final GenericData generic) {
        this.specific = specific;
        this.type = type;
        this.generic = generic;
    }

    /**
     * A reader that may be used by many threads at once.
     *
     * @throws AvroRuntimeException if there is no class for the schema, or one that would read other values
     */
    @Override
    public DatumReader<Object> apply(final Schema writer) {
        if (!specific) {
            return reader(generic, writer, writer);
        }
        final Class<?> into = type.orElseGet(() -> classOf(writer));
        final SpecificData model = SpecificData.getForClass(into);
        final Schema reader = model.getSchema(into);
        LogicalTypeChanges.conflicts(writer, reader).findFirst().ifPresent(conflict -> {
            throw new AvroTypeException(conflict);
        });
        return reader(model, writer, reader);
    }

    private static Class<?> classOf(final Schema writer) {
        final Class<?> found = SpecificData.get().getClass(writer);
        if (found == null) {
            throw new AvroRuntimeException("No generated class " + writer.getFullName() + " is on the class path");
        }
        return found;
    }

    private static DatumReader<Object> reader(final GenericData model, final Schema writer, final Schema reader) {
        try {
            // A builder for each reader, because builders share a cache that is not safe for several threads. Classes
            // that a schema names are not loaded: a schema comes over the network.
            return new FastReaderBuilder(model)
                    .withClassPropEnabled(false)
                    .withKeyClassEnabled(false)
                    .createDatumReader(writer, reader);
        } catch (final IOException e) {
            throw new AvroRuntimeException(e);
        }
    }
}
