package marketplace.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The events of one test, which it writes, finds again among all others, and counts. */
final class ClientEvents {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int QUIET_POLLS = 5;

    private final Marketplace marketplace;
    private final String run = UUID.randomUUID().toString();

    ClientEvents(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    ProducerRecord<String, ClientEvent> record(int number) {
        var event = ClientEvent.newBuilder()
                .setEventId(run + "/" + number)
                .setKind(ClientEventKind.VIEW)
                .setClientId("client-" + number % 997)
                .setProductId("product-" + number % 101)
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
        return new ProducerRecord<>(Topics.CLIENT_EVENTS.name(), event.getClientId(), event);
    }

    KafkaProducer<String, ClientEvent> producer() throws IOException {
        var settings = settings("primary", "client-api");
        settings.put("linger.ms", "5");
        return new KafkaProducer<>(
                settings, Topics.CLIENT_EVENTS.keySerializer(), Topics.CLIENT_EVENTS.serializer(settings));
    }

    /** What a client with schemas needs. */
    Map<String, Object> settings(String cluster, String principal) throws IOException {
        var settings = marketplace.client(cluster, principal);
        settings.put("schema.registry.url", marketplace.schemaRegistry());
        return settings;
    }

    /**
     * How often each of these events is on the topic. Goes on until as many as expected are there and nothing more
     * comes for some seconds, or patience is over.
     */
    Map<String, Integer> countOn(String cluster, int expected) throws IOException {
        var settings = settings(cluster, "operator");
        settings.put("isolation.level", "read_committed");
        var count = new HashMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(
                settings, Topics.CLIENT_EVENTS.keyDeserializer(), Topics.CLIENT_EVENTS.deserializer(settings))) {
            var partitions = consumer.partitionsFor(Topics.CLIENT_EVENTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = Instant.now().plus(PATIENCE);
            int quiet = 0;
            while (Instant.now().isBefore(deadline) && !(count.size() >= expected && quiet > QUIET_POLLS)) {
                var records = consumer.poll(Duration.ofSeconds(1));
                quiet = records.isEmpty() ? quiet + 1 : 0;
                for (ConsumerRecord<String, ClientEvent> record : records) {
                    if (record.value() != null && record.value().getEventId().startsWith(run)) {
                        count.merge(record.value().getEventId(), 1, Integer::sum);
                    }
                }
            }
        }
        return count;
    }
}
