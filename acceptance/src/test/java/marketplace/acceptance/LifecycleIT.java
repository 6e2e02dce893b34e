package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The platform comes and goes as its commands say, keeps its data, and leaves nobody behind. In the end nothing runs any
 * more, so no other test comes after these.
 */
@ExtendWith(RunningPlatform.class)
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_RUNNING = 3;
    private static final int IN_THE_WAY = 4;
    private static final Duration CHILDREN_LEAVE_WITHIN = Duration.ofSeconds(20);
    /** Nobody kills these: they leave because their launcher is gone. */
    private static final Set<String> LEAVE_BY_THEMSELVES =
            Set.of("target-kafka-1", "shop-api", "elasticsearch", "alertmanager");

    private final Marketplace marketplace;

    LifecycleIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    @Order(1)
    void status_tells_a_program_what_runs() throws Exception {
        var status = status();
        assertThat(status.path("phase").asText()).isEqualTo("ready");
        assertThat(names(status))
                .contains(
                        "kafka-0",
                        "target-kafka-2",
                        "schema-registry",
                        "mirror-maker",
                        "kafka-connect",
                        "elasticsearch");
        assertThat(status.path("parts"))
                .allSatisfy(part -> assertThat(part.path("state").asText()).isEqualTo("ready"));
    }

    @Test
    @Order(2)
    void the_catalogue_holds_and_applying_it_again_changes_nothing() throws Exception {
        assertThat(marketplace.must("catalogue", "--dry-run")).contains("Everything is as the catalogue says");
        assertThat(marketplace.must("catalogue")).contains("Everything is as the catalogue says");
    }

    @Test
    @Order(3)
    void a_subject_of_somebody_elses_takes_backward_compatible_versions_only() throws Exception {
        var subject = marketplace.schemaRegistry() + "/subjects/" + UUID.randomUUID() + "-value/versions";
        var first = "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"a\", \"type\": \"string\"}]}";
        assertThat(register(subject, first)).isEqualTo(200);
        assertThat(register(subject, first.replace("\"a\"", "\"b\""))).isEqualTo(409);
    }

    private static int register(String subject, String schema) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("schema", schema));
        var request = HttpRequest.newBuilder(URI.create(subject))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(4)
    void no_secret_is_printed_and_no_other_user_can_read_one() throws Exception {
        var secrets = marketplace.data().resolve("secrets");
        assertThat(Files.getPosixFilePermissions(marketplace.data()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (var file : List.of(
                secrets.resolve("passwords.properties"),
                marketplace.data().resolve("pki/kafka-0.pem"),
                marketplace.data().resolve("clients/primary/admin.properties"))) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(secrets.resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        assertThat(passwords).hasSizeGreaterThan(10);
        try (var logs = Files.list(marketplace.data().resolve("logs"))) {
            for (var log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as(log.toString())
                        .doesNotContain(passwords.values().toArray(String[]::new));
            }
        }
    }

    @Test
    @Order(5)
    void a_second_up_is_refused() throws Exception {
        var second = marketplace.run("up");
        assertThat(second.status()).isEqualTo(IN_THE_WAY);
        assertThat(second.output()).contains("is running on").contains("already");
    }

    @Test
    @Order(6)
    void a_part_is_stopped_killed_and_started_by_name() throws Exception {
        marketplace.must("stop", "kafka-connect");
        assertThat(state("kafka-connect")).isEqualTo("stopped");
        assertThat(status().path("phase").asText()).isEqualTo("degraded");
        marketplace.must("start", "kafka-connect");
        marketplace.must("kill", "schema-registry");
        assertThat(state("schema-registry")).isEqualTo("stopped");
        marketplace.must("start", "schema-registry");
        assertThat(status().path("phase").asText()).isEqualTo("ready");

        var unknown = marketplace.run("kill", "kafka-9");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.output()).contains("There is no part kafka-9");
    }

    @Test
    @Order(7)
    void a_part_that_dies_is_seen_and_stays_dead() throws Exception {
        pid("kafka-2").destroyForcibly();
        eventually(() -> state("kafka-2").equals("failed"));
        marketplace.must("start", "kafka-2");
        assertThat(state("kafka-2")).isEqualTo("ready");
    }

    @Test
    @Order(8)
    void everything_killed_at_once_comes_up_again_with_its_data() throws Exception {
        var key = UUID.randomUUID().toString();
        write(key);
        var parts = parts();
        launcher().destroyForcibly();
        parts.forEach((name, process) -> {
            if (!LEAVE_BY_THEMSELVES.contains(name)) {
                process.destroyForcibly();
            }
        });
        awaitGone(parts.values());
        assertThat(marketplace.run("status").status()).isEqualTo(NOT_RUNNING);

        marketplace.must("up", "--detach");
        assertThat(read()).contains(key);
    }

    @Test
    @Order(9)
    void it_ends_as_the_readme_says_and_leaves_nobody_and_nothing_behind() throws Exception {
        var children = pids();
        var end = Readme.commands().stream().filter(Readme::isTheEnd).toList();

        assertThat(new Readme(marketplace).type(end)).contains("Stopped", "Nothing is running");

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(marketplace.data()).doesNotExist();
    }

    private static void awaitGone(Collection<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(CHILDREN_LEAVE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private ProcessHandle launcher() throws IOException, InterruptedException {
        return ProcessHandle.of(status().path("launcher_pid").asLong()).orElseThrow();
    }

    private JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(marketplace.must("status", "--json"));
    }

    private String state(String part) throws IOException, InterruptedException {
        return part(part).path("state").asText();
    }

    private ProcessHandle pid(String part) throws IOException, InterruptedException {
        return ProcessHandle.of(part(part).path("pid").asLong()).orElseThrow();
    }

    private JsonNode part(String name) throws IOException, InterruptedException {
        for (JsonNode part : status().path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static List<String> names(JsonNode status) {
        var names = new ArrayList<String>();
        status.path("parts").forEach(part -> names.add(part.path("name").asText()));
        return names;
    }

    private List<ProcessHandle> pids() throws IOException, InterruptedException {
        return List.copyOf(parts().values());
    }

    /** The parts that are processes. */
    private Map<String, ProcessHandle> parts() throws IOException, InterruptedException {
        var handles = new LinkedHashMap<String, ProcessHandle>();
        for (JsonNode part : status().path("parts")) {
            if (part.path("pid").isNumber()) {
                handles.put(
                        part.path("name").asText(),
                        ProcessHandle.of(part.path("pid").asLong()).orElseThrow());
            }
        }
        return handles;
    }

    private void write(String key) throws Exception {
        Map<String, Object> settings = marketplace.client("primary", "jobs");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.RECEIVER.name(), key, "{}"))
                    .get();
        }
    }

    private List<String> read() throws IOException {
        var keys = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                marketplace.client("primary", "operator"), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.RECEIVER.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it came to pass in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
