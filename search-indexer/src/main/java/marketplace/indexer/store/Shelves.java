package marketplace.indexer.store;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;

/** The shelves that can be written to. One that is missing is made when it is first needed. */
@Singleton
public final class Shelves {
    private final Indexes indexes;
    private final FeedTopics topics;
    private final Map<String, IndexDefinition> definitions = new ConcurrentHashMap<>();
    private final Set<Shelf> known = ConcurrentHashMap.newKeySet();

    Shelves(final Indexes indexes, final FeedTopics topics) {
        this.indexes = indexes;
        this.topics = topics;
    }

    /** Returns when there is an index behind the shelf's name. */
    public void ensure(final Shelf shelf) throws StoreUnavailableException {
        if (known.contains(shelf)) {
            return;
        }
        if (indexes.behind(shelf).isEmpty()) {
            indexes.createFirst(shelf, definition(shelf.family()), topics.idFor(shelf.family()), topics.isPast(shelf));
        }
        known.add(shelf);
    }

    /** Returns when there is an index behind the shelf's name, and does not believe that it still is where it was. */
    public void lookAfter(final Shelf shelf) throws StoreUnavailableException {
        forget(shelf);
        ensure(shelf);
    }

    /** The shelf was not found where it was: look again next time. */
    void forget(final Shelf shelf) {
        known.remove(shelf);
    }

    /** The definition of a family. */
    public IndexDefinition definition(final String family) {
        return definitions.computeIfAbsent(family, IndexDefinition::of);
    }
}
