package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A million lines in one request to a process with 256 MB: each is accepted once, or named. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class MillionProductsIT {
    private static final int LINES = 1_000_000;
    private static final String PREFIX = "million-";

    @Test
    void a_million_lines_are_taken_in_a_small_heap(final RunningEngines engines) throws Exception {
        try (ShopApiProcess shop = ShopApiProcess.start(engines, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError")) {
            final HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(shop.uri("/products"))
                                    .header("Content-Type", "application/x-ndjson")
                                    .POST(BodyPublishers.ofInputStream(() -> new MillionProducts(PREFIX, LINES)))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            final JsonNode report = new ObjectMapper().readTree(answer.body());
            assertThat(report.path("accepted").asInt()).isEqualTo(LINES - LINES / 100);
            assertThat(report.path("rejected")).hasSize(LINES / 100);
            final Set<Integer> lines = new HashSet<>();
            for (final JsonNode rejected : report.path("rejected")) {
                lines.add(rejected.path("line").asInt());
                assertThat(rejected.path("errors").path(0).path("field").asText())
                        .isEqualTo("price.amount");
            }
            assertThat(lines).isEqualTo(badLines());
        }
        assertEachAcceptedLineIsOnTheTopicOnce(engines);
    }

    private static Set<Integer> badLines() {
        return IntStream.rangeClosed(1, LINES)
                .filter(MillionProducts::isBad)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static void assertEachAcceptedLineIsOnTheTopicOnce(final RunningEngines engines) throws IOException {
        final BitSet seen = new BitSet();
        int twice = 0;
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                engines.clientSettings(Cluster.PRIMARY, "operator"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            final List<TopicPartition> partitions = consumer.partitionsFor(Topics.PRODUCTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (final ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.key().startsWith(PREFIX)) {
                        final int line = Integer.parseInt(record.key().substring(PREFIX.length()));
                        twice += seen.get(line) ? 1 : 0;
                        seen.set(line);
                    }
                }
            }
        }
        assertThat(twice).isZero();
        assertThat(seen.cardinality()).isEqualTo(LINES - LINES / 100);
        assertThat(seen.stream().noneMatch(MillionProducts::isBad)).isTrue();
    }
}
