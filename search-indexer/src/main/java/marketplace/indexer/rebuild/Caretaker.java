package marketplace.indexer.rebuild;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.store.FeedTopics;
import marketplace.indexer.store.IndexDefinition;
import marketplace.indexer.store.IndexNames;
import marketplace.indexer.store.Indexes;
import marketplace.indexer.store.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for the indexes of a family by whoever looks after it. */
final class Caretaker {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final Indexes indexes;
    private final FeedTopics topics;
    private final Months months;

    Caretaker(final Indexes indexes, final FeedTopics topics, final Months months) {
        this.indexes = indexes;
        this.topics = topics;
        this.months = months;
    }

    /** Clears away what a rebuild left that did not come to its end: half-filled indexes, and frozen ones. */
    void tidy(final Source<?> source) throws StoreUnavailableException {
        for (final Map.Entry<String, Set<String>> index :
                indexes.ofFamily(source.family()).entrySet()) {
            if (index.getValue().isEmpty()) {
                LOG.info("{} was left half filled, it is deleted", index.getKey());
                indexes.delete(index.getKey());
            } else {
                indexes.thaw(index.getKey());
            }
        }
    }

    /** Deletes the indexes of months that are not kept any more. */
    void retire(final Source<?> source) throws StoreUnavailableException {
        if (!source.isByMonth()) {
            return;
        }
        for (final String index : indexes.ofFamily(source.family()).keySet()) {
            if (month(source, index).filter(months::isOver).isPresent()) {
                LOG.info("{} has been kept long enough, it is deleted", index);
                indexes.delete(index);
            }
        }
    }

    private static Optional<YearMonth> month(final Source<?> source, final String index) {
        return IndexNames.shelf(index).flatMap(name -> Months.of(new Shelf(source.family(), name)));
    }

    /** The shelves of a family. */
    List<Shelf> shelves(final Source<?> source) throws StoreUnavailableException {
        return indexes.ofFamily(source.family()).keySet().stream()
                .flatMap(index -> IndexNames.shelf(index).stream())
                .distinct()
                .map(name -> new Shelf(source.family(), name))
                .toList();
    }

    /** The shelves whose index is of an older definition, or says what a topic said that is gone. */
    List<Shelf> outdated(final Source<?> source, final IndexDefinition definition) throws StoreUnavailableException {
        final String topicId = topics.idFor(source.family());
        final List<Shelf> outdated = new ArrayList<>();
        for (final Shelf shelf : shelves(source)) {
            final Optional<LiveIndex> live = indexes.behind(shelf);
            if (live.filter(index -> isOutdated(source, index, definition, topicId))
                    .isPresent()) {
                outdated.add(shelf);
            }
        }
        return outdated;
    }

    /** The shelves whose index was made when the feed had passed what belongs into it: the one before it was lost. */
    List<Shelf> withGaps(final Source<?> source) throws StoreUnavailableException {
        final List<Shelf> found = new ArrayList<>();
        for (final Shelf shelf : shelves(source)) {
            if (indexes.behind(shelf).filter(LiveIndex::hasGaps).isPresent()) {
                found.add(shelf);
            }
        }
        return found;
    }

    /** Remembers that what was missing has been brought. */
    void areWhole(final List<Shelf> mended) throws StoreUnavailableException {
        for (final Shelf shelf : mended) {
            final Optional<LiveIndex> live = indexes.behind(shelf);
            if (live.isPresent()) {
                indexes.hasNoGaps(live.get().name());
            }
        }
    }

    private static boolean isOutdated(
            final Source<?> source, final LiveIndex index, final IndexDefinition definition, final String topicId) {
        // What happened stays true when the topic that told it is made anew.
        final boolean isOfAnotherTopic = !source.isByMonth() && !index.topicId().equals(topicId);
        return index.version() < definition.version() || isOfAnotherTopic;
    }
}
