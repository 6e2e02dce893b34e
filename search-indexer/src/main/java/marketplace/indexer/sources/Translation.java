package marketplace.indexer.sources;

import marketplace.indexer.domain.Change;

/** What a record means for the index. */
public sealed interface Translation {
    /** A document changes. */
    record Changes(Change change) implements Translation {}

    /** Nothing changes: it happened so long ago that it would be deleted at once. */
    record Expired() implements Translation {}

    /** It means nothing that could be indexed, now or ever. */
    record Unusable(Throwable cause) implements Translation {}
}
