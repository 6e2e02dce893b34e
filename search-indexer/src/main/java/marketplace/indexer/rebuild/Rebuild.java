package marketplace.indexer.rebuild;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.store.IndexDefinition;
import marketplace.indexer.store.Indexes;
import marketplace.indexer.store.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the index of a shelf anew while the old one serves and is fed.
 *
 * <p>When little is left to bring, or whoever writes is as fast as the filling, the old index is frozen: the feed is told to come later, and what it stored before
 * then stood on the topic, or in the old index, before then. That is brought, too, and the new index takes the name in
 * one step. So it has everything that the old one had, and what waited goes to the new one.
 *
 * <p>If it does not come so far, the old index goes on as if nothing had been; a process that dies leaves it frozen at
 * worst, which is mended at the next start together with the half-filled index.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** So little is left that the feed hardly waits while it is brought. */
    private static final long LITTLE = 1_000;

    /** For searches that have found the old index and not yet read it. */
    private static final long READERS_MILLIS = 3_000;

    private final Indexes indexes;
    private final Fillers fillers;

    Rebuild(final Indexes indexes, final Fillers fillers) {
        this.indexes = indexes;
        this.fillers = fillers;
    }

    /**
     * Returns when the new index serves.
     *
     * @throws StoreUnavailableException if that did not come about, and the old one serves on; or the old one is still
     *     there, and is deleted at the next start
     */
    void run(
            final Source<?> source,
            final Shelf shelf,
            final IndexDefinition definition,
            final String topicId,
            final Run run)
            throws InterruptedException, StoreUnavailableException {
        final Optional<LiveIndex> live = indexes.behind(shelf);
        if (live.isEmpty()) {
            return;
        }
        final LiveIndex old = live.get();
        // What is copied from the old one has its gaps; what a topic tells has none.
        final String fresh = indexes.createNext(shelf, definition, topicId, source.isByMonth() && old.hasGaps());
        run.fills(fresh);
        LOG.info("Filling {} in the place of {}", fresh, old.name());
        boolean serves = false;
        try (Filler filler = fillers.filler(source, old.name(), fresh, run)) {
            fill(filler);
            indexes.freeze(old.name());
            filler.catchUp();
            if (run.isRefusedTooOften()) {
                throw new StoreUnavailableException(
                        fresh + " refuses more than one in a hundred documents, so it is not put in the place of "
                                + old.name());
            }
            indexes.replace(old, fresh);
            serves = true;
            LOG.info("{} serves in the place of {}", fresh, old.name());
        } finally {
            if (!serves) {
                giveUp(old.name(), fresh);
            }
        }
        TimeUnit.MILLISECONDS.sleep(READERS_MILLIS);
        indexes.delete(old.name());
    }

    /**
     * Brings all that a topic still has to the indexes that serve: what they lost is there again, and a shelf whose index
     * is gone gets another. What they have stays as it is, since its versions are no lower.
     */
    void replay(final Source<?> source, final Run run) throws InterruptedException, StoreUnavailableException {
        LOG.info("Bringing {} what its topic has", source.family());
        try (Filler filler = fillers.replay(source, run)) {
            filler.catchUp();
        }
    }

    /** Until little is left, or no less than before: then it is no use to run after whoever writes. */
    private static void fill(final Filler filler) throws InterruptedException, StoreUnavailableException {
        long before = Long.MAX_VALUE;
        long brought = filler.catchUp();
        while (brought > LITTLE && brought <= before / 2) {
            before = brought;
            brought = filler.catchUp();
        }
    }

    private void giveUp(final String old, final String fresh) {
        // Requests are sent even by a thread that was told to stop.
        final boolean interrupted = Thread.interrupted();
        try {
            indexes.thaw(old);
            indexes.delete(fresh);
        } catch (final StoreUnavailableException e) {
            LOG.warn("{} stays behind half filled until the next start: {}", fresh, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
