package marketplace.streams.trends;

import java.time.Instant;
import java.util.Map;
import marketplace.events.SearchEvent;
import marketplace.events.SearchTrend;
import marketplace.schemas.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.WindowStore;

/**
 * {@code search-trends} says how often each query was asked in each window of time, and how often it found nothing.
 *
 * <pre>
 * search-products ─► each search once ─► by query ─► counted in windows ─► search-trends
 *                     (searches-seen)                 (query-counts)
 * </pre>
 *
 * <p>A count goes out as it grows, at most once for each commit; a later record for the same query and window replaces
 * the earlier.
 */
public final class SearchTrends {
    private static final String COUNTS = "query-counts";

    private SearchTrends() {}

    /**
     * Adds the counting.
     *
     * @param config of a client, for what reads and writes values
     * @param times tells when a search was
     * @param story is told of every count
     */
    public static void addTo(
            final StreamsBuilder builder,
            final Map<String, ?> config,
            final TrendWindow window,
            final TimestampExtractor times,
            final SearchStory story) {
        builder.addStateStore(EachSearchOnce.store(window));
        builder.stream(
                        Topics.SEARCH_PRODUCTS.name(),
                        Consumed.<String, SearchEvent>with(
                                        Topics.SEARCH_PRODUCTS.keySerde(), Topics.SEARCH_PRODUCTS.valueSerde(config))
                                .withTimestampExtractor(times)
                                .withName("searches"))
                .process(() -> new EachSearchOnce(window), Named.as("each-search-once"), EachSearchOnce.STORE)
                .groupByKey(Grouped.with("queries", Serdes.String(), Serdes.Boolean()))
                .windowedBy(window.windows())
                .aggregate(
                        () -> QueryCounts.NONE,
                        (query, foundNothing, counts) -> counts.and(foundNothing),
                        Named.as("counts"),
                        Materialized.<String, QueryCounts, WindowStore<Bytes, byte[]>>as(COUNTS)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new QueryCountsSerde())
                                .withRetention(window.reach()))
                .toStream(Named.as("changes"))
                .processValues(() -> new ToldCounts(story), Named.as("told"))
                .map((key, counts) -> KeyValue.pair(key.key(), trend(key, counts)), Named.as("trends"))
                .to(
                        Topics.SEARCH_TRENDS.name(),
                        Produced.<String, SearchTrend>with(
                                        Topics.SEARCH_TRENDS.keySerde(), Topics.SEARCH_TRENDS.valueSerde(config))
                                .withName("search-trends"));
    }

    private static SearchTrend trend(final Windowed<String> key, final QueryCounts counts) {
        return new SearchTrend(
                key.key(),
                Instant.ofEpochMilli(key.window().start()),
                Instant.ofEpochMilli(key.window().end()),
                counts.searches(),
                counts.zeroHits());
    }
}
