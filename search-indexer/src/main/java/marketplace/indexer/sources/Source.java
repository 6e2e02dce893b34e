package marketplace.indexer.sources;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import marketplace.indexer.domain.DocumentId;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic, and the documents that its records become.
 *
 * @param topic where the records are
 * @param family the kind of the documents
 * @param id the id of a record's document, from its key and its value; the key alone, where a tombstone deletes
 * @param time when it happened, for documents that are kept by the month; nothing for those that are replaced
 */
public record Source<V extends SpecificRecord>(
        Topic<String, V> topic, String family, Identity<V> id, Optional<Function<V, Instant>> time) {

    /** What tells a document from all others of its family. */
    @FunctionalInterface
    public interface Identity<V> {
        String of(String key, V value);
    }

    /** Documents that stand under the record's key: a later record replaces the document, a tombstone deletes it. */
    static <V extends SpecificRecord> Source<V> keyed(final Topic<String, V> topic, final String family) {
        return new Source<>(topic, family, (key, value) -> key, Optional.empty());
    }

    /** Documents of things that happened, in indexes by the month. */
    static <V extends SpecificRecord> Source<V> byMonth(
            final Topic<String, V> topic,
            final String family,
            final Function<V, String> id,
            final Function<V, Instant> time) {
        return new Source<>(topic, family, (key, value) -> id.apply(value), Optional.of(time));
    }

    public boolean isByMonth() {
        return time.isPresent();
    }

    /** The shelf that new documents are for. */
    public Shelf currentShelf(final Months months) {
        return isByMonth() ? months.current(family) : Shelf.of(family);
    }

    /** Makes changes of records; for one thread at a time. */
    public Translator translator(final Map<String, ?> settings, final Months months) {
        return new SourceTranslator<>(this, topic.decoder(settings), months);
    }

    String documentId(final String key, final V value) {
        return DocumentId.of(id.of(key, value));
    }
}
