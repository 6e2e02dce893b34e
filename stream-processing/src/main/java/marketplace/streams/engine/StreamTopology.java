package marketplace.streams.engine;

import java.time.Clock;
import java.util.Map;
import marketplace.events.SearchEvent;
import marketplace.service.log.LimitedLog;
import marketplace.streams.bans.BanFilter;
import marketplace.streams.bans.Publications;
import marketplace.streams.time.BelievableTime;
import marketplace.streams.trends.SearchStory;
import marketplace.streams.trends.SearchTrends;
import marketplace.streams.trends.TrendWindow;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** All that this service computes: the ban filter and the search trends, which have nothing to do with each other. */
final class StreamTopology {
    private StreamTopology() {}

    /** @param config of a client, for what reads and writes values */
    static Topology of(
            final StreamsConfig streams,
            final Map<String, ?> config,
            final Publications publications,
            final TrendWindow window,
            final LimitedLog log,
            final SearchStory searches,
            final Clock clock) {
        final StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(streams));
        BanFilter.addTo(builder, config, publications, BelievableTime.ofRecords(clock), log);
        SearchTrends.addTo(
                builder,
                config,
                window,
                BelievableTime.ofEvents(SearchEvent.class, SearchEvent::getAt, clock),
                searches);
        return builder.build();
    }
}
