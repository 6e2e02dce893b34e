package marketplace.streams.bans;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The store of the processors, for tests of them alone. */
final class StandingsInMemory {
    private StandingsInMemory() {}

    static void addTo(final MockProcessorContext<String, byte[]> context) {
        final KeyValueStore<String, Standing> standings = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Standings.NAME), Serdes.String(), new StandingSerde())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        standings.init(context.getStateStoreContext(), standings);
        context.addStateStore(standings);
    }
}
