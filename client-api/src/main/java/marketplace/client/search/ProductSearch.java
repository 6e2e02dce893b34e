package marketplace.client.search;

import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param limit how many products at most
 * @param after where the page before this one ended; absent for a new search
 */
public record ProductSearch(QueryText text, Filters filters, Sort sort, int limit, Optional<Cursor> after) {
    /** What pages of one search have in common. */
    String identity() {
        return String.join("\n", text.normal(), filters.toString(), sort.name());
    }
}
