package marketplace.indexer.sources;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.schemas.Decoded;
import marketplace.schemas.json.AvroJson;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes changes of the records of one source. */
final class SourceTranslator<V extends SpecificRecord> implements Translator {
    private final Source<V> source;
    private final Deserializer<Decoded<V>> decoder;
    private final Months months;

    SourceTranslator(final Source<V> source, final Deserializer<Decoded<V>> decoder, final Months months) {
        this.source = source;
        this.decoder = decoder;
        this.months = months;
    }

    @Override
    public Translation translate(final ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return unusable("The record has no key.");
        }
        final String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return tombstone(key, record.offset());
        }
        final Decoded<V> decoded = decoder.deserialize(record.topic(), record.value());
        if (decoded instanceof final Decoded.Poison<V> poison) {
            return new Translation.Unusable(poison.cause());
        }
        return document(key, ((Decoded.Value<V>) decoded).value(), record.offset());
    }

    private Translation tombstone(final String key, final long version) {
        if (source.isByMonth()) {
            return unusable("What happened is not undone by a tombstone.");
        }
        return new Translation.Changes(
                new Change.Delete(Shelf.of(source.family()), source.documentId(key, null), version));
    }

    private Translation document(final String key, final V value, final long version) {
        final Shelf shelf;
        if (source.isByMonth()) {
            final Instant at = source.time().orElseThrow().apply(value);
            if (months.isAheadOfTime(at)) {
                return unusable("It has not happened yet: " + at);
            }
            if (months.isOver(at)) {
                return new Translation.Expired();
            }
            shelf = months.shelf(source.family(), at);
        } else {
            shelf = Shelf.of(source.family());
        }
        return new Translation.Changes(
                new Change.Put(shelf, source.documentId(key, value), version, AvroJson.toBytes(value)));
    }

    private static Translation unusable(final String why) {
        return new Translation.Unusable(new UnusableRecordException(why));
    }
}
