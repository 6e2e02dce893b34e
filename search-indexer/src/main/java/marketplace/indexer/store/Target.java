package marketplace.indexer.store;

import java.util.List;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;

/** What a shelf's documents are written to: the index behind its name, or one that is being filled. */
interface Target {
    /** What stands in a request. */
    String index(Shelf shelf);

    /** Whether that is a name that an index stands behind. */
    boolean isAlias();

    /** Called before a request: what is missing can be made. */
    void prepare(List<Change> changes) throws StoreUnavailableException;

    /** There is no such index. */
    void isMissing(Shelf shelf);

    /** The indexes behind the names of shelves, made when they are missing. */
    static Target live(final Shelves shelves) {
        return new Target() {
            @Override
            public String index(final Shelf shelf) {
                return shelf.name();
            }

            @Override
            public boolean isAlias() {
                return true;
            }

            @Override
            public void prepare(final List<Change> changes) throws StoreUnavailableException {
                for (final Change change : changes) {
                    shelves.ensure(change.shelf());
                }
            }

            @Override
            public void isMissing(final Shelf shelf) {
                shelves.forget(shelf);
            }
        };
    }

    /** One index, whatever the shelf. */
    static Target index(final String index) {
        return new Target() {
            @Override
            public String index(final Shelf shelf) {
                return index;
            }

            @Override
            public boolean isAlias() {
                return false;
            }

            @Override
            public void prepare(final List<Change> changes) {
                // It was made before.
            }

            @Override
            public void isMissing(final Shelf shelf) {
                throw new IllegalStateException("The index " + index + " is gone");
            }
        };
    }
}
