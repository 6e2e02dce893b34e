package marketplace.indexer.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marketplace.service.waiting.Backoff;
import marketplace.service.waiting.Waiting;

/**
 * Brings a batch of changes into the store, however long that takes: what is turned away is sent again, and nothing else
 * is, until each change is stored, refused for good, or no longer wanted. So changes of one document stay in order as
 * long as they come through one delivery.
 */
public final class Delivery {
    private final DocumentStore store;
    private final Backoff backoff;
    private final Waiting waiting;

    public Delivery(final DocumentStore store, final Backoff backoff, final Waiting waiting) {
        this.store = store;
        this.backoff = backoff;
        this.waiting = waiting;
    }

    /**
     * Returns when everybody has been told.
     *
     * @throws InterruptedException if the service stops meanwhile; of those that were not told nothing is known
     */
    public void deliver(final List<? extends Task> batch) throws InterruptedException {
        List<Task> open = wanted(batch);
        int failures = 0;
        while (!open.isEmpty()) {
            final List<Task> left = attempt(open);
            if (left.size() < open.size()) {
                failures = 0;
            }
            if (left.isEmpty()) {
                break;
            }
            backoff.pause(failures++);
            open = wanted(left);
        }
        waiting.isOver();
    }

    private List<Task> attempt(final List<Task> open) {
        try {
            return settle(open, store.write(open.stream().map(Task::change).toList()));
        } catch (final StoreUnavailableException e) {
            waiting.because(e.getMessage());
            return open;
        }
    }

    /** Tells whoever can be told, from the last to the first; answers the others in their order. */
    private List<Task> settle(final List<Task> open, final List<Outcome> outcomes) {
        final List<Task> left = new ArrayList<>();
        final Set<Document> newer = new HashSet<>();
        for (int i = open.size() - 1; i >= 0; i--) {
            final Task task = open.get(i);
            final Outcome outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Stored || outcome instanceof Outcome.Stale) {
                newer.add(Document.of(task.change()));
                task.stored(outcome instanceof Outcome.Stale);
            } else if (outcome instanceof final Outcome.Refused refused) {
                task.refused(refused.reason());
            } else if (newer.contains(Document.of(task.change()))) {
                // Sent again it would come after what has replaced it.
                task.stored(true);
            } else {
                waiting.because(((Outcome.Later) outcome).reason());
                left.add(task);
            }
        }
        Collections.reverse(left);
        return left;
    }

    private static List<Task> wanted(final List<? extends Task> tasks) {
        final List<Task> wanted = new ArrayList<>(tasks.size());
        for (final Task task : tasks) {
            if (task.isWanted()) {
                wanted.add(task);
            } else {
                task.dropped();
            }
        }
        return wanted;
    }

    private record Document(Shelf shelf, String id) {
        static Document of(final Change change) {
            return new Document(change.shelf(), change.id());
        }
    }
}
