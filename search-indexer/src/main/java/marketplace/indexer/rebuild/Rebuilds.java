package marketplace.indexer.rebuild;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.feed.Ownership;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Sources;
import marketplace.indexer.store.FeedTopics;
import marketplace.indexer.store.IndexDefinition;
import marketplace.indexer.store.Indexes;
import marketplace.indexer.store.Shelves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The families that this instance looks after, and the rebuilds that it does: one after the other, in one thread. */
@Singleton
final class Rebuilds implements Ownership {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Caretaker caretaker;
    private final Rebuild rebuild;
    private final Shelves shelves;
    private final FeedTopics topics;
    private final Months months;
    private final ScheduledThreadPoolExecutor thread;
    private final Runs runs;
    private final Map<String, Care> cared = new ConcurrentHashMap<>();

    Rebuilds(
            final Indexes indexes,
            final Fillers fillers,
            final Shelves shelves,
            final FeedTopics topics,
            final Months months,
            final Clock clock) {
        this.caretaker = new Caretaker(indexes, topics, months);
        this.rebuild = new Rebuild(indexes, fillers);
        this.shelves = shelves;
        this.topics = topics;
        this.months = months;
        this.runs = new Runs(clock);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            final Thread made = new Thread(task, "rebuilds");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /** A family is somebody else's to rebuild. */
    static final class NotOursException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOursException(final String family) {
            super("Another instance looks after " + family + ", or none does yet.", null, false, false);
        }
    }

    /** What is done for one family, until it is lost. */
    private final class Care {
        private final Source<?> source;
        private final Deque<Future<?>> work = new ArrayDeque<>();
        private volatile boolean lost;
        private boolean failing;

        Care(final Source<?> source) {
            this.source = source;
        }

        /** False if the family is lost: then nothing is begun. */
        synchronized boolean later(final Runs.Work job, final Duration delay) {
            if (lost) {
                return false;
            }
            work.removeIf(Future::isDone);
            work.add(thread.schedule(() -> attempt(job), delay.toMillis(), TimeUnit.MILLISECONDS));
            return true;
        }

        /** Again and again, with a pause between, be it that a round fails in a way that nobody foresaw. */
        void repeatedly(final Runs.Work job, final Duration pause) {
            later(() -> round(job, pause), Duration.ZERO);
        }

        private void round(final Runs.Work job, final Duration pause)
                throws InterruptedException, StoreUnavailableException {
            try {
                job.run();
            } catch (final RuntimeException e) {
                tell(e);
            }
            later(() -> round(job, pause), pause);
        }

        private void attempt(final Runs.Work job) {
            try {
                job.run();
                failing = false;
            } catch (final StoreUnavailableException e) {
                if (!failing && !lost) {
                    LOG.warn("{}: tried again every {} s: {}", source.family(), PAUSE.toSeconds(), e.getMessage());
                }
                failing = true;
                later(job, PAUSE);
            } catch (final InterruptedException e) {
                LOG.info("{}: called off", source.family());
            } catch (final RuntimeException e) {
                tell(e);
            }
        }

        private void tell(final RuntimeException unforeseen) {
            if (!lost) {
                LOG.error("{}: its indexes could not be looked after", source.family(), unforeseen);
            }
        }

        /** Told to whoever comes first; nothing is begun from now on. */
        synchronized void lose() {
            lost = true;
            work.forEach(one -> one.cancel(true));
        }
    }

    @Override
    public void acquired(final String family) {
        final Care care = new Care(source(family).orElseThrow());
        cared.put(family, care);
        care.later(() -> begin(care), Duration.ZERO);
        care.repeatedly(() -> mend(care.source), A_MOMENT);
        care.repeatedly(() -> caretaker.retire(care.source), A_DAY);
    }

    @Override
    public void lost(final String family) {
        Optional.ofNullable(cared.remove(family)).ifPresent(care -> {
            care.lose();
            runs.callOff(family);
        });
    }

    private void begin(final Care care) throws StoreUnavailableException {
        caretaker.tidy(care.source);
        final IndexDefinition definition = shelves.definition(care.source.family());
        final List<Shelf> outdated = caretaker.outdated(care.source, definition);
        if (!outdated.isEmpty()) {
            LOG.info("{}: {} are outdated, they are made anew", care.source.family(), outdated);
            start(care, outdated);
        }
    }

    /** An index that was lost is made again, if nobody needed it before, and gets what it had. */
    private void mend(final Source<?> source) throws InterruptedException, StoreUnavailableException {
        shelves.lookAfter(source.currentShelf(months));
        final List<Shelf> lost = caretaker.withGaps(source);
        if (!lost.isEmpty()) {
            LOG.warn(
                    "{}: what belongs there had passed before the index was made, as if one was lost; the topic is read"
                            + " again",
                    lost.stream().map(Shelf::name).toList());
            final Run run = runs.announce(source.family());
            Runs.carryOut(run, () -> fill(source, lost, run));
            LOG.info("{}: {} documents were brought", source.family(), run.documents());
        }
    }

    /** What happened may come to an index that serves; of what is deleted again nobody must see anything meanwhile. */
    private void fill(final Source<?> source, final List<Shelf> lost, final Run run)
            throws InterruptedException, StoreUnavailableException {
        if (source.isByMonth()) {
            replay(source, lost, run);
        } else {
            renew(source, lost, run);
        }
    }

    private void replay(final Source<?> source, final List<Shelf> lost, final Run run)
            throws InterruptedException, StoreUnavailableException {
        rebuild.replay(source, run);
        caretaker.areWhole(lost);
    }

    /**
     * Begins to rebuild all indexes of a family.
     *
     * @return nothing if there is no such family
     * @throws NotOursException if another instance would have to
     */
    Optional<Run> start(final String family) {
        if (source(family).isEmpty()) {
            return Optional.empty();
        }
        final Care care = cared.get(family);
        if (care == null) {
            throw new NotOursException(family);
        }
        return Optional.of(start(care, List.of()));
    }

    /** @param outdated the shelves to rebuild; all that there are then, if none are named */
    private Run start(final Care care, final List<Shelf> outdated) {
        final Run run = runs.announce(care.source.family());
        if (!care.later(() -> rebuild(care, outdated, run), Duration.ZERO)) {
            run.callOff();
        }
        return run;
    }

    private void rebuild(final Care care, final List<Shelf> outdated, final Run run) throws InterruptedException {
        try {
            Runs.carryOut(run, () -> rebuild(care.source, outdated, run));
        } catch (final StoreUnavailableException e) {
            LOG.warn("The rebuild of {} failed: {}", care.source.family(), e.getMessage());
            if (!outdated.isEmpty()) {
                // Nobody asked for it, so nobody will ask again.
                care.later(() -> begin(care), A_MINUTE);
            }
        }
    }

    private void rebuild(final Source<?> source, final List<Shelf> outdated, final Run run)
            throws InterruptedException, StoreUnavailableException {
        if (!outdated.isEmpty()) {
            renew(source, outdated, run);
            return;
        }
        shelves.lookAfter(source.currentShelf(months));
        renew(source, caretaker.shelves(source), run);
        if (source.isByMonth()) {
            // Old ones may have lost some of what there was, or are lost themselves.
            replay(source, caretaker.withGaps(source), run);
        }
    }

    private void renew(final Source<?> source, final List<Shelf> old, final Run run)
            throws InterruptedException, StoreUnavailableException {
        for (final Shelf shelf : old) {
            rebuild.run(source, shelf, shelves.definition(source.family()), topics.idFor(source.family()), run);
        }
    }

    /** A rebuild that goes on, or one of the last that ended. */
    Optional<Run> run(final String id) {
        return runs.find(id);
    }

    private static Optional<Source<?>> source(final String family) {
        for (final Source<?> source : Sources.all()) {
            if (source.family().equals(family)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    @PreDestroy
    void close() throws InterruptedException {
        cared.keySet().forEach(this::lost);
        thread.shutdownNow();
        thread.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
