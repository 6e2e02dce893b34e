package marketplace.indexer.domain;

/** What became of one change. */
public sealed interface Outcome {
    /** It is stored, and survives a crash. */
    record Stored() implements Outcome {}

    /** The document was at this version or a later one already. */
    record Stale() implements Outcome {}

    /** This document will never be taken as it is. */
    record Refused(String reason) implements Outcome {}

    /** Not now; the same may be taken later. */
    record Later(String reason) implements Outcome {}
}
