package marketplace.streams.bans;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store of what is known of each product. */
final class Standings {
    static final String NAME = "standings";

    private Standings() {}

    static StoreBuilder<KeyValueStore<String, Standing>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), new StandingSerde());
    }

    static KeyValueStore<String, Standing> of(final ProcessorContext<?, ?> context) {
        return context.getStateStore(NAME);
    }

    /** Keeps a standing, and nothing for a product of which nothing is known any more. */
    static void put(final KeyValueStore<String, Standing> standings, final String id, final Standing standing) {
        if (standing.isUnknown()) {
            standings.delete(id);
        } else {
            standings.put(id, standing);
        }
    }
}
