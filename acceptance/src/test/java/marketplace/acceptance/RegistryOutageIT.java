package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.schemas.Topics;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry goes away and comes back under traffic. */
@ExtendWith(RunningPlatform.class)
class RegistryOutageIT {
    private final Marketplace marketplace;
    private final String run = UUID.randomUUID().toString();

    RegistryOutageIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    @Timeout(180)
    void traffic_goes_on_without_the_registry_and_newcomers_work_when_it_is_back() throws Exception {
        var settings = new HashMap<>(marketplace.client("primary", "client-api"));
        settings.put("schema.registry.url", marketplace.schemaRegistry());
        var running = new AtomicBoolean(true);
        var acknowledged = new AtomicInteger();
        try (var producer = new KafkaProducer<>(
                settings, Topics.CLIENT_EVENTS.keySerializer(), Topics.CLIENT_EVENTS.serializer(settings))) {
            var traffic = new Thread(() -> {
                for (int number = 0; running.get(); number++) {
                    try {
                        producer.send(new ProducerRecord<>(Topics.CLIENT_EVENTS.name(), "c", event(number)))
                                .get();
                        acknowledged.incrementAndGet();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            });
            traffic.start();
            awaitMore(acknowledged);
            marketplace.must("kill", "schema-registry");
            awaitMore(acknowledged);

            try (var newcomer = Topics.CLIENT_EVENTS.serializer(settings)) {
                assertThatThrownBy(() -> newcomer.serialize(Topics.CLIENT_EVENTS.name(), event(0)))
                        .isInstanceOf(RegistryUnavailableException.class)
                        .hasMessageContaining("client-events-value")
                        .hasMessageContaining(Integer.toString(marketplace.port(8081)));
            }

            marketplace.must("start", "schema-registry");
            awaitMore(acknowledged);
            running.set(false);
            traffic.join();
        }
        assertThat(read(settings, acknowledged.get())).hasSize(acknowledged.get());
    }

    private static void awaitMore(AtomicInteger counter) throws InterruptedException {
        int before = counter.get();
        while (counter.get() < before + 100) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private ClientEvent event(int number) {
        return ClientEvent.newBuilder()
                .setEventId(run + "/" + number)
                .setKind(ClientEventKind.CART)
                .setClientId("client")
                .setProductId("product")
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** A reader that starts after the outage reads what was written before, during and after it. */
    private Set<String> read(Map<String, Object> registry, int expected) throws Exception {
        var settings = marketplace.client("primary", "operator");
        settings.put("schema.registry.url", registry.get("schema.registry.url"));
        var found = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                settings, Topics.CLIENT_EVENTS.keyDeserializer(), Topics.CLIENT_EVENTS.deserializer(settings))) {
            var partitions = consumer.partitionsFor(Topics.CLIENT_EVENTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < expected) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    if (record.value() != null && record.value().getEventId().startsWith(run)) {
                        found.add(record.value().getEventId());
                    }
                });
            }
        }
        return found;
    }
}
