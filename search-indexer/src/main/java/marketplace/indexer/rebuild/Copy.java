package marketplace.indexer.rebuild;

import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Task;

/** A document on its way into a new index. */
record Copy(Change change, Run run) implements Task {
    @Override
    public boolean isWanted() {
        return true;
    }

    @Override
    public void dropped() {
        throw new IllegalStateException("It is always wanted");
    }

    @Override
    public void stored(final boolean stale) {
        run.stored();
    }

    /** Whoever fed the old index has put it aside already. */
    @Override
    public void refused(final String reason) {
        run.refuse();
    }
}
