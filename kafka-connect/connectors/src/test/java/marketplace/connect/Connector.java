package marketplace.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A connector as it stands in the repository, under a name of its own; gone when it is deleted. */
final class Connector {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final ObjectNode config;

    /**
     * Reads a definition.
     *
     * @param connect where Kafka Connect is
     * @param name the definition's
     */
    Connector(final String connect, final String name) throws IOException {
        final Path file =
                Path.of(System.getProperty("marketplace.home"), "kafka-connect", "connectors", name + ".json");
        this.config = (ObjectNode) JSON.readTree(file.toFile());
        this.address = URI.create(connect + "/connectors/" + name + "-" + UUID.randomUUID());
    }

    /** Sets it otherwise than it is defined. */
    Connector with(final String key, final String value) {
        config.put(key, value);
        return this;
    }

    /** Defines it; returns when its tasks run. */
    Connector begin() {
        Awaitility.await("Kafka Connect takes it")
                .atMost(PATIENCE)
                .until(
                        () -> send(request("/config")
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString(config.toString())))
                                .statusCode(),
                        status -> status != 409);
        awaitRunning();
        return this;
    }

    /** Stops its tasks and starts them again; returns when they run. */
    void restart() throws IOException, InterruptedException {
        send(request("/restart?includeTasks=true").POST(BodyPublishers.noBody()));
        awaitRunning();
    }

    /** Stops it until it is resumed. */
    void stop() throws IOException, InterruptedException {
        send(request("/stop").PUT(BodyPublishers.noBody()));
        Awaitility.await("it stops").atMost(PATIENCE).until(() -> status().path("tasks")
                .isEmpty());
    }

    /** Lets it go on elsewhere on a partition. It must be stopped. */
    void goOnAt(final String topic, final int partition, final long offset) {
        final ObjectNode offsets = JSON.createObjectNode();
        final ObjectNode one = offsets.putArray("offsets").addObject();
        one.putObject("partition").put("kafka_topic", topic).put("kafka_partition", partition);
        one.putObject("offset").put("kafka_offset", offset);
        Awaitility.await("its offsets are altered").atMost(PATIENCE).untilAsserted(() -> {
            final HttpResponse<String> answer = send(request("/offsets")
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(offsets.toString())));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }

    /** Starts it again where it was stopped; returns when its tasks run. */
    void resume() throws IOException, InterruptedException {
        send(request("/resume").PUT(BodyPublishers.noBody()));
        awaitRunning();
    }

    private void awaitRunning() {
        Awaitility.await("its task runs")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> status().at("/tasks/0/state").asText().equals("RUNNING"));
    }

    private JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(send(request("/status").GET()).body());
    }

    private HttpRequest.Builder request(final String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(final HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    void delete() throws IOException, InterruptedException {
        send(request("").DELETE());
    }
}
