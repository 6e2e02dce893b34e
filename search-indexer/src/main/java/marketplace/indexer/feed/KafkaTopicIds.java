package marketplace.indexer.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Sources;
import marketplace.indexer.store.TopicIds;
import marketplace.service.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;

/** Asks the cluster for the ids of topics. */
@Singleton
final class KafkaTopicIds implements TopicIds {
    private final Admin admin;

    KafkaTopicIds(final KafkaClients clients) {
        admin = clients.admin("search-indexer-topics");
    }

    @Override
    public String of(final String family) throws StoreUnavailableException {
        final String topic = Sources.all().stream()
                .filter(source -> source.family().equals(family))
                .map(Source::topic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic feeds " + family))
                .name();
        try {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .topicId()
                    .toString();
        } catch (final ExecutionException e) {
            throw new StoreUnavailableException(
                    "Kafka does not say which topic " + topic + " is: "
                            + e.getCause().getMessage(),
                    e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while Kafka was asked", e);
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
