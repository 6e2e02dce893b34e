package marketplace.indexer.rebuild;

import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.indexer.domain.Delivery;
import marketplace.indexer.domain.DocumentStore;
import marketplace.indexer.domain.Months;
import marketplace.indexer.feed.FeedSettings;
import marketplace.indexer.sources.Source;
import marketplace.indexer.store.Filling;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.waiting.Waiting;

/** Makes fillers: a topic that keeps the last record of each key says all; of others the old index knows more. */
@Singleton
final class Fillers {
    private final KafkaClients clients;
    private final Filling filling;
    private final DocumentStore live;
    private final Months months;
    private final FeedSettings settings;
    private final Clock clock;

    Fillers(
            final KafkaClients clients,
            final Filling filling,
            final DocumentStore live,
            final Months months,
            final FeedSettings settings,
            final Clock clock) {
        this.clients = clients;
        this.filling = filling;
        this.live = live;
        this.months = months;
        this.settings = settings;
        this.clock = clock;
    }

    Filler filler(final Source<?> source, final String oldIndex, final String newIndex, final Run run) {
        final Delivery delivery = delivery(filling.into(newIndex));
        if (source.isByMonth()) {
            return new IndexFiller(filling.pages(oldIndex), delivery, run);
        }
        return new TopicFiller(clients, source, months, delivery, run);
    }

    /** Brings a topic to the indexes that serve. */
    Filler replay(final Source<?> source, final Run run) {
        return new TopicFiller(clients, source, months, delivery(live), run);
    }

    private Delivery delivery(final DocumentStore into) {
        return new Delivery(into, settings.pauses(), new Waiting(clock));
    }
}
