package marketplace.streams.trends;

/**
 * How often a query was asked in a window.
 *
 * @param searches in all
 * @param zeroHits how many of them found nothing
 */
record QueryCounts(long searches, long zeroHits) {
    static final QueryCounts NONE = new QueryCounts(0, 0);

    QueryCounts and(final boolean foundNothing) {
        return new QueryCounts(searches + 1, foundNothing ? zeroHits + 1 : zeroHits);
    }
}
