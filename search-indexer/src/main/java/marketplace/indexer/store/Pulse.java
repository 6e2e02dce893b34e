package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import marketplace.service.waiting.Waiting;

/** Notices that Elasticsearch is away when there is nothing to store, too. */
@Singleton
public class Pulse {
    private final ElasticsearchClient client;
    private final Waiting waiting;

    Pulse(final ElasticsearchClient client, final Clock clock) {
        this.client = client;
        this.waiting = new Waiting(clock);
    }

    @Scheduled(fixedDelay = "5s")
    void feel() {
        try {
            client.info();
            waiting.isOver();
        } catch (final ElasticsearchException | IOException e) {
            waiting.because("Elasticsearch does not answer: " + e.getMessage());
        }
    }

    /** Since when it has not answered; nothing if it did the last time. */
    public Optional<Waiting.Wait> missed() {
        return waiting.now();
    }
}
