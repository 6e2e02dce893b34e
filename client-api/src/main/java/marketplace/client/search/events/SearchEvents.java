package marketplace.client.search.events;

import marketplace.client.search.Filters;
import marketplace.client.search.FinishedSearch;
import marketplace.events.SearchEvent;
import marketplace.events.SearchFilters;

/** Searches as events of the contract. */
final class SearchEvents {
    /** What an event says instead of a number of hits if the search could not be answered. */
    static final long NOT_ANSWERED = -1;

    /** Digits after the point of a price, in the schema. */
    private static final int PRICE_SCALE = 4;

    /** What an event takes beside its longer texts, and each text beside its letters. */
    private static final int FIELDS = 600;

    private static final int TEXT = 56;

    private SearchEvents() {}

    static SearchEvent of(final FinishedSearch search) {
        return SearchEvent.newBuilder()
                .setQueryId(search.queryId())
                .setClientId(search.clientId().orElse(null))
                .setText(search.search().text().typed())
                .setFilters(filters(search.search().filters()))
                .setHits(search.hits().orElse(NOT_ANSWERED))
                .setShown(search.shown())
                .setTookMs(search.took().toMillis())
                .setAt(search.at())
                .build();
    }

    /** About how much memory an event takes: what is shown can be a hundred ids, and letters may take two bytes each. */
    static int bytes(final SearchEvent event) {
        return FIELDS
                + 2 * event.getText().length()
                + event.getShown().stream()
                        .mapToInt(id -> TEXT + 2 * id.length())
                        .sum();
    }

    private static SearchFilters filters(final Filters filters) {
        return SearchFilters.newBuilder()
                .setCategory(filters.category().orElse(null))
                .setBrand(filters.brand().orElse(null))
                .setPriceMin(filters.priceMin()
                        .map(price -> price.setScale(PRICE_SCALE))
                        .orElse(null))
                .setPriceMax(filters.priceMax()
                        .map(price -> price.setScale(PRICE_SCALE))
                        .orElse(null))
                .setInStock(filters.inStock().orElse(null))
                .setStoreId(filters.storeId().orElse(null))
                .build();
    }
}
