package marketplace.indexer.rebuild;

import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Task;

/** A document on its way into an index that is made anew. */
record Copy(Change change, Run run) implements Task {
    @Override
    public boolean isWanted() {
        return true;
    }

    @Override
    public void dropped() {
        throw new IllegalStateException("It is always wanted");
    }

    /** What was there already counted when it came. */
    @Override
    public void stored(final boolean stale) {
        if (!stale) {
            run.stored();
        }
    }

    /** Whoever fed the old index has put it aside already. */
    @Override
    public void refused(final String reason) {
        run.refuse();
    }
}
