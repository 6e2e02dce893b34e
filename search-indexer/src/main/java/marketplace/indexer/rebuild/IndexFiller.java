package marketplace.indexer.rebuild;

import java.util.List;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Delivery;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.store.Pages;

/** Copies the documents of the old index, which has more of them than its topic keeps. */
final class IndexFiller implements Filler {
    private final Pages pages;
    private final Delivery delivery;
    private final Run run;

    IndexFiller(final Pages pages, final Delivery delivery, final Run run) {
        this.pages = pages;
        this.delivery = delivery;
        this.run = run;
    }

    @Override
    public long catchUp() throws InterruptedException, StoreUnavailableException {
        pages.refresh();
        long read = 0;
        for (List<Change> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            delivery.deliver(page.stream().map(change -> new Copy(change, run)).toList());
            read += page.size();
        }
        return read;
    }

    @Override
    public void close() {
        // Nothing is held between two pages.
    }
}
