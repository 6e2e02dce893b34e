package marketplace.indexer.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store that keeps the highest version of each document as Elasticsearch does, and is in all its moods: takes changes,
 * turns away some or all, takes them and does not say so.
 */
final class MoodyStore implements DocumentStore {
    private static final Outcome STORED = new Outcome.Stored();
    private static final Outcome STALE = new Outcome.Stale();

    private final Random random;
    private final Map<String, Change> documents = new HashMap<>();
    private final Map<Integer, Set<Long>> expected = new HashMap<>();

    MoodyStore(final long seed) {
        random = new Random(seed);
    }

    /** One document in twenty is never taken. */
    static boolean isRefused(final Change change) {
        return change instanceof Change.Put && change.version() % 20 == 7;
    }

    synchronized void expect(final int partition, final long offset) {
        expected.computeIfAbsent(partition, none -> new TreeSet<>()).add(offset);
    }

    synchronized List<Long> seen(final int partition) {
        return List.copyOf(expected.getOrDefault(partition, Set.of()));
    }

    @Override
    public synchronized List<Outcome> write(final List<Change> changes) throws StoreUnavailableException {
        final int mood = random.nextInt(10);
        if (mood == 0) {
            throw new StoreUnavailableException("nobody answers");
        }
        final List<Outcome> outcomes = new ArrayList<>();
        for (final Change change : changes) {
            outcomes.add(mood > 6 && random.nextBoolean() ? new Outcome.Later("too busy") : take(change));
        }
        if (mood == 1) {
            throw new StoreUnavailableException("the answer is lost");
        }
        return outcomes;
    }

    private Outcome take(final Change change) {
        if (isRefused(change)) {
            return new Outcome.Refused("no such document");
        }
        final Change before = documents.get(change.id());
        if (before != null && before.version() >= change.version()) {
            return STALE;
        }
        documents.put(change.id(), change);
        return STORED;
    }

    /** Whether a document stands as a change made it. */
    synchronized boolean has(final Change change) {
        return documents.get(change.id()) == change;
    }

    synchronized boolean isAtLeast(final Change change) {
        final Change current = documents.get(change.id());
        return current != null && current.version() >= change.version();
    }
}
