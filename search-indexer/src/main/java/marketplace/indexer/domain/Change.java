package marketplace.indexer.domain;

/** A change of one document. The one with the higher version wins, whichever comes later. */
public sealed interface Change {
    Shelf shelf();

    String id();

    long version();

    /** About how much room it takes in a request. */
    int bytes();

    /**
     * The document as it is from now on.
     *
     * @param document JSON on one line, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy for each document is what it would cost.
    record Put(Shelf shelf, String id, long version, byte[] document) implements Change {
        @Override
        public int bytes() {
            return document.length + ENVELOPE;
        }
    }

    /** The document is gone. */
    record Delete(Shelf shelf, String id, long version) implements Change {
        @Override
        public int bytes() {
            return ENVELOPE;
        }
    }

    /** The line that comes before a document. */
    int ENVELOPE = 100;
}
