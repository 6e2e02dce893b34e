package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every record crosses the mirror once and only once, whatever dies on the way. */
@ExtendWith(RunningPlatform.class)
class MirrorIT {
    private static final int RECORDS = 50_000;
    private static final int A_SECOND = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Marketplace marketplace;
    private final String run = UUID.randomUUID().toString();

    MirrorIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void a_record_crosses_once_while_a_source_broker_then_a_target_broker_then_the_mirror_is_killed() throws Exception {
        var deaths = Map.of(10_000, "kafka-1", 22_000, "target-kafka-1", 34_000, "mirror-maker");
        send(deaths);

        var arrived = read("target", RECORDS);
        assertThat(arrived).as("distinct events on the target").hasSize(RECORDS);
        assertThat(arrived.values()).as("how often each event is there").containsOnly(1);
        assertThat(read("primary", RECORDS)).as("the primary holds the same").isEqualTo(arrived);
    }

    /** Sends the records at an even pace; at those numbers a part is killed, and started again while sending goes on. */
    private void send(Map<Integer, String> deaths) throws Exception {
        var settings = marketplace.client("primary", "client-api");
        settings.put("schema.registry.url", marketplace.schemaRegistry());
        settings.put("linger.ms", "5");
        var restarts = new ArrayList<Thread>();
        try (var producer = new KafkaProducer<>(
                settings, Topics.CLIENT_EVENTS.keySerializer(), Topics.CLIENT_EVENTS.serializer(settings))) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int number = 0; number < RECORDS; number++) {
                var event = event(number);
                sent.add(producer.send(new ProducerRecord<>(Topics.CLIENT_EVENTS.name(), event.getClientId(), event)));
                if (deaths.containsKey(number)) {
                    restarts.add(killAndStart(deaths.get(number)));
                }
                if (number % 100 == 0) {
                    Thread.sleep(100 * 1000 / A_SECOND);
                }
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        }
        for (Thread restart : restarts) {
            restart.join();
        }
    }

    private Thread killAndStart(String part) {
        var thread = new Thread(() -> {
            try {
                marketplace.must("kill", part);
                marketplace.must("start", part);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private ClientEvent event(int number) {
        return ClientEvent.newBuilder()
                .setEventId(run + "/" + number)
                .setKind(ClientEventKind.VIEW)
                .setClientId("client-" + number % 997)
                .setProductId("product-" + number % 101)
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** How often each event of this run is on the topic. Goes on until all are there, or none came for a while. */
    private Map<String, Integer> read(String cluster, int expected) throws IOException {
        var settings = marketplace.client(cluster, "operator");
        settings.put("schema.registry.url", marketplace.schemaRegistry());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
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
            while (Instant.now().isBefore(deadline) && !(count.size() >= expected && quiet > 5)) {
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
