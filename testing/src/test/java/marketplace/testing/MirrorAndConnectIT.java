package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The engines that need others, which nobody has to name. */
@Engines({Engine.MIRROR, Engine.CONNECT})
class MirrorAndConnectIT {
    private final RunningEngines engines;

    MirrorAndConnectIT(RunningEngines engines) {
        this.engines = engines;
    }

    @Test
    void the_mirror_carries_a_record_to_the_target() throws Exception {
        var key = UUID.randomUUID().toString();
        var topic = Topics.CLIENT_EVENTS.name();
        try (var producer = new KafkaProducer<>(
                engines.clientSettings(Cluster.PRIMARY, "client-api"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, "event")).get();
        }
        Awaitility.await("the record on the target")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        Reading.all(engines.clientSettings(Cluster.TARGET, "operator"), topic, new StringDeserializer())
                                .stream()
                                .anyMatch(record -> record.key().equals(key)));
    }

    @Test
    void connect_answers() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(engines.connectUrl() + "/connector-plugins"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("LineFileSink");
    }
}
