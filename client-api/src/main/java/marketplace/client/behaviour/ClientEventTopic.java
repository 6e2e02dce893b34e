package marketplace.client.behaviour;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.events.ClientEvent;
import marketplace.schemas.Topics;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicProducer;
import marketplace.service.kafka.TopicSink;
import marketplace.service.upload.CountedReceipt;
import marketplace.service.upload.ItemSink;
import marketplace.service.upload.Receipt;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts what clients did on its topic, by client id. */
@Singleton
final class ClientEventTopic implements ItemSink<ClientEvent> {
    private final TopicProducer<String, ClientEvent> producer;
    private final TopicSink<ClientEvent, String, ClientEvent> sink;
    private final Counter accepted;

    ClientEventTopic(final KafkaClients clients, final Clock clock, final MeterRegistry meters) {
        producer = clients.producer("client-api-events", Topics.CLIENT_EVENTS);
        sink = new TopicSink<>(
                producer,
                event -> new ProducerRecord<>(Topics.CLIENT_EVENTS.name(), event.getClientId(), event),
                clock);
        accepted = Counter.builder("marketplace.client.events.accepted")
                .description("Events of clients that a quorum of brokers has")
                .register(meters);
    }

    @Override
    public void take(final ClientEvent event, final Receipt receipt) {
        sink.take(event, new CountedReceipt(receipt, accepted));
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
