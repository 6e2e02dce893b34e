package marketplace.streams.trends;

import java.time.Duration;
import marketplace.events.SearchEvent;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Lets each search through once, by its query id, as its query and whether it found nothing. What comes too late for
 * its window is left out here already: then whatever goes on is remembered, and its repetitions are known.
 */
final class EachSearchOnce extends ContextualProcessor<String, SearchEvent, String, Boolean> {
    static final String STORE = "searches-seen";

    private static final byte[] SEEN = {1};

    private final Duration reach;
    private WindowStore<String, byte[]> seen;

    EachSearchOnce(final TrendWindow window) {
        this.reach = window.reach();
    }

    /** Remembers ids for as long as a repetition could still be counted. */
    static StoreBuilder<WindowStore<String, byte[]>> store(final TrendWindow window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(STORE, window.reach(), window.size(), false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    @Override
    public void init(final ProcessorContext<String, Boolean> context) {
        super.init(context);
        seen = context.getStateStore(STORE);
    }

    @Override
    public void process(final Record<String, SearchEvent> record) {
        final SearchEvent search = record.value();
        if (search == null || isLate(record.timestamp()) || isRepeated(search.getQueryId(), record.timestamp())) {
            return;
        }
        seen.put(search.getQueryId(), SEEN, record.timestamp());
        final String query = QueryText.of(search.getText());
        if (!query.isEmpty()) {
            context().forward(record.withKey(query).withValue(search.getHits() == 0));
        }
    }

    private boolean isLate(final long at) {
        return at < context().currentStreamTimeMs() - reach.toMillis();
    }

    /** A repetition may carry another time than the first, where that had to be guessed. */
    private boolean isRepeated(final String id, final long at) {
        final long earliest = Math.max(0, at - reach.toMillis());
        try (WindowStoreIterator<byte[]> found = seen.fetch(id, earliest, at + reach.toMillis())) {
            return found.hasNext();
        }
    }
}
