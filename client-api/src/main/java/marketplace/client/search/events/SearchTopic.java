package marketplace.client.search.events;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import marketplace.events.SearchEvent;
import marketplace.schemas.Topics;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings searches to their topic, by query id. */
@Singleton
final class SearchTopic implements Outbox.Carrier<SearchEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SearchTopic.class);

    /**
     * What the producer has taken it tries to deliver itself, for ever: it knows what has arrived already, so nothing is
     * there twice. Sent again from here, it would be.
     */
    private static final Map<String, Object> FOR_EVER =
            Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);

    private final TopicProducer<String, SearchEvent> producer;

    SearchTopic(final KafkaClients clients) {
        producer = clients.producer("client-api-searches", Topics.SEARCH_PRODUCTS, FOR_EVER);
    }

    @Override
    public List<SearchEvent> carry(final List<SearchEvent> events) throws InterruptedException {
        final List<SearchEvent> left = new ArrayList<>();
        final Map<SearchEvent, Future<?>> sent = new LinkedHashMap<>();
        KafkaException outage = null;
        for (final SearchEvent event : events) {
            if (outage == null) {
                try {
                    sent.put(event, producer.send(record(event)));
                } catch (InterruptException e) {
                    throw interrupted(e);
                } catch (KafkaException e) {
                    // The others would only wait for the same.
                    outage = e;
                    LOG.warn("Searches cannot be recorded now: {}", e.getMessage());
                }
            }
            if (outage != null) {
                left.add(event);
            }
        }
        for (final Map.Entry<SearchEvent, Future<?>> one : sent.entrySet()) {
            if (!hasArrived(one.getValue())) {
                left.add(one.getKey());
            }
        }
        return left;
    }

    private static boolean hasArrived(final Future<?> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            LOG.warn("A search was not recorded, and is sent again: {}", String.valueOf(e.getCause()));
            return false;
        }
    }

    private static ProducerRecord<String, SearchEvent> record(final SearchEvent event) {
        return new ProducerRecord<>(Topics.SEARCH_PRODUCTS.name(), event.getQueryId(), event);
    }

    private static InterruptedException interrupted(final InterruptException cause) {
        final InterruptedException interruption = new InterruptedException("Interrupted while sending");
        interruption.initCause(cause);
        return interruption;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
