package marketplace.indexer.sources;

import java.util.List;
import marketplace.events.ClientEvent;
import marketplace.events.SearchEvent;
import marketplace.schemas.Topics;

/** All topics that are indexed. */
public final class Sources {
    private static final List<Source<?>> ALL = List.of(
            Source.keyed(Topics.ALLOWED_PRODUCTS, "products"),
            Source.byMonth(Topics.SEARCH_PRODUCTS, "search-products", SearchEvent::getQueryId, SearchEvent::getAt),
            Source.byMonth(Topics.CLIENT_EVENTS, "client-events", ClientEvent::getEventId, ClientEvent::getAt),
            Source.byMonth(
                    Topics.SEARCH_TRENDS,
                    "search-trends",
                    trend -> trend.getQuery() + "@" + trend.getWindowStart().toEpochMilli(),
                    trend -> trend.getWindowStart()),
            Source.keyed(Topics.RECOMMENDATIONS, "recommendations"));

    private Sources() {}

    public static List<Source<?>> all() {
        return ALL;
    }
}
