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
    private final Months months;
    private final FeedSettings settings;
    private final Clock clock;

    Fillers(
            final KafkaClients clients,
            final Filling filling,
            final Months months,
            final FeedSettings settings,
            final Clock clock) {
        this.clients = clients;
        this.filling = filling;
        this.months = months;
        this.settings = settings;
        this.clock = clock;
    }

    Filler filler(final Source<?> source, final String oldIndex, final String newIndex, final Run run) {
        final DocumentStore into = filling.into(newIndex);
        final Delivery delivery = new Delivery(into, settings.pauses(), new Waiting(clock));
        if (source.isByMonth()) {
            return new IndexFiller(filling.pages(oldIndex), delivery, run);
        }
        return new TopicFiller(clients, source, months, delivery, run);
    }
}
