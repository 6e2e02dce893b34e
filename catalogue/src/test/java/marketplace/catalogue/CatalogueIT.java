package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's own catalogue, on a real broker. Each test begins with the contract applied. */
final class CatalogueIT {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Passwords PASSWORDS = Passwords.of(CATALOGUE.principals().stream()
            .collect(Collectors.toMap(Principal::name, principal -> password(principal.name()))));
    private static final Options ONE_BROKER =
            Options.defaults().withReplicationAtMost(1).withTimeout(Duration.ofSeconds(20));

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static Admin admin;
    private static Outcome first;
    private static int topicsAfterDryRun;

    private final Recorded recorded = new Recorded();

    @BeforeAll
    static void startOnAnEmptyCluster() throws Exception {
        broker = TestBroker.start(folder);
        admin = broker.admin();
        contract(CATALOGUE, ONE_BROKER, Reporter.silent()).plan(primary());
        topicsAfterDryRun = admin.listTopics().names().get().size();
        first = contract(CATALOGUE, ONE_BROKER, Reporter.silent()).apply(primary());
    }

    @AfterAll
    static void stop() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void applyTheContract() {
        assertThat(contract(CATALOGUE, ONE_BROKER, Reporter.silent())
                        .apply(primary())
                        .problems())
                .isEmpty();
    }

    @Test
    void an_empty_cluster_gets_everything_the_catalogue_says() throws Exception {
        assertThat(first.problems()).isEmpty();
        assertThat(first.changes())
                .hasSize(CATALOGUE.topicsOn(Cluster.PRIMARY).size()
                        + CATALOGUE.principalsOn(Cluster.PRIMARY).size()
                        + CATALOGUE.rightsOn(Cluster.PRIMARY).size());
        assertThat(admin.listTopics().names().get())
                .contains("products", "jobs.dlq")
                .doesNotContain("recommendations", "search-indexer.dlq");
        assertThat(admin.describeUserScramCredentials().all().get()).containsKeys("shop-api", "mirror-maker");
        assertThat(config("products")).containsEntry("retention.ms", "-1").containsEntry("min.insync.replicas", "1");
    }

    @Test
    void a_dry_run_changes_nothing() {
        assertThat(topicsAfterDryRun).isZero();
    }

    @Test
    void applying_again_changes_nothing() {
        Outcome again = contract(CATALOGUE, ONE_BROKER, recorded).apply(primary());

        assertThat(again.unchanged()).isTrue();
        assertThat(recorded.changes).isEmpty();
    }

    @Test
    void partitions_are_added_and_fewer_of_them_are_one_clear_error() throws Exception {
        Catalogue small = Catalogues.read(one("growing", 2));
        Catalogue grown = Catalogues.read(one("growing", 5));
        Catalogue shrunk = Catalogues.read(one("growing", 3));
        assertThat(onlyTopics(small).apply(primary()).succeeded()).isTrue();

        assertThat(onlyTopics(grown).apply(primary()).changes())
                .extracting(Change::description)
                .containsExactly("primary: add partitions to topic growing: 2 -> 5");
        assertThat(admin.describeTopics(List.of("growing"))
                        .allTopicNames()
                        .get()
                        .get("growing")
                        .partitions())
                .hasSize(5);
        Outcome refused = onlyTopics(shrunk).apply(primary());
        assertThat(refused.changes()).isEmpty();
        assertThat(refused.problems())
                .containsExactly("primary: topic growing has 5 partitions, the catalogue says 3: "
                        + "Kafka cannot take partitions away");
    }

    @Test
    void configuration_that_drifted_is_repaired() throws Exception {
        alter("products", new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET));
        alter("products", new AlterConfigOp(new ConfigEntry("max.message.bytes", "2000"), AlterConfigOp.OpType.SET));
        alter("products", new AlterConfigOp(new ConfigEntry("min.insync.replicas", ""), AlterConfigOp.OpType.DELETE));

        contract(CATALOGUE, ONE_BROKER, recorded).apply(primary());

        assertThat(recorded.changes)
                .containsExactlyInAnyOrder(
                        "primary: set retention.ms of topic products: 1000 -> -1",
                        "primary: set min.insync.replicas of topic products: the broker's default -> 1",
                        "primary: reset max.message.bytes of topic products: 2000 -> the broker's default");
        assertThat(config("products"))
                .containsEntry("retention.ms", "-1")
                .containsEntry("min.insync.replicas", "1")
                .doesNotContainEntry("max.message.bytes", "2000");
    }

    @Test
    void a_right_that_the_catalogue_does_not_give_is_revoked_and_a_stranger_keeps_his() throws Exception {
        Right tooMuch = Right.on("shop-api", ResourceType.TOPIC, "client-*", AclOperation.READ);
        Right strangers = Right.on("stranger", ResourceType.TOPIC, "*", AclOperation.READ);
        admin.createAcls(List.of(tooMuch.toBinding(), strangers.toBinding()))
                .all()
                .get();

        contract(CATALOGUE, ONE_BROKER, recorded).apply(primary());

        assertThat(recorded.changes).containsExactly("primary: revoke shop-api READ on topic client-*");
        assertThat(recorded.notes).contains("primary: left alone, not in the catalogue: rights of stranger");
        assertThat(admin.describeAcls(strangers.toBinding().toFilter()).values().get())
                .hasSize(1);
        admin.deleteAcls(List.of(strangers.toBinding().toFilter())).all().get();
    }

    @Test
    void rights_are_in_effect() throws Exception {
        send("shop-api", "products");
        assertThatThrownBy(() -> send("shop-api", "search-products"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send("clickhouse", "products")).hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(read("stream-processing", "products", "stream-processing")).isNotEmpty();
        assertThat(read("operator", "products", "operator-looks")).isNotEmpty();
        assertThatThrownBy(() -> read("stream-processing", "products", "jobs"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> read("shop-api", "products", "shop-api")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void too_few_brokers_are_one_clear_error_and_nothing_is_half_done() throws Exception {
        Catalogue three = Catalogues.read(one("wide", 1).replace("replication: 1", "replication: 3"));
        Options hurried = Options.defaults().withTimeout(Duration.ofMillis(2500));

        Outcome refused = new Contract(three, Passwords.none(), hurried, recorded).apply(primary());

        assertThat(refused.problems())
                .containsExactly("primary: topics want 3 replicas and 1 broker can be seen: start the others, or ask "
                        + "for a replication of 1 at most");
        assertThat(recorded.progress).contains("primary (" + address() + "): waiting for 3 brokers …");
        assertThat(admin.listTopics().names().get()).doesNotContain("wide");
    }

    @Test
    void a_cluster_that_is_down_is_one_line_with_its_address_within_the_time_limit() {
        Properties nowhere = new Properties();
        nowhere.put("bootstrap.servers", "127.0.0.1:1");
        Options hurried = ONE_BROKER.withTimeout(Duration.ofSeconds(1));

        Outcome outcome =
                contract(CATALOGUE, hurried, recorded).apply(primary(), ClusterAccess.of(Cluster.TARGET, nowhere));

        assertThat(outcome.problems()).containsExactly("target (127.0.0.1:1): listing topics: no answer within 1.0 s");
    }

    @Test
    void the_command_line_says_what_a_dry_run_found_by_its_exit_status() throws Exception {
        Path properties = folder.resolve("admin.properties");
        Files.writeString(properties, "bootstrap.servers=" + address());
        Path passwords = folder.resolve("passwords.properties");
        Files.writeString(
                passwords,
                CATALOGUE.principals().stream()
                        .map(principal -> principal.name() + "=" + password(principal.name()))
                        .collect(Collectors.joining("\n")));
        String[] dryRun = {
            "apply",
            "--primary",
            properties.toString(),
            "--passwords",
            passwords.toString(),
            "--replication",
            "1",
            "--dry-run"
        };
        StringWriter out = new StringWriter();

        assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute(dryRun))
                .isEqualTo(Main.DONE);
        alter("products", new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET));
        assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute(dryRun))
                .isEqualTo(Main.DIFFERENT);

        assertThat(out.toString())
                .contains("primary: set retention.ms of topic products: 1000 -> -1")
                .contains("Dry run: 1 difference, nothing changed.")
                .doesNotContain("secret");
        assertThat(config("products")).containsEntry("retention.ms", "1000");
    }

    private static Contract contract(Catalogue catalogue, Options options, Reporter reporter) {
        return new Contract(catalogue, PASSWORDS, options, reporter);
    }

    private static Contract onlyTopics(Catalogue catalogue) {
        return new Contract(catalogue, Passwords.none(), ONE_BROKER, Reporter.silent());
    }

    private static ClusterAccess primary() {
        return ClusterAccess.of(Cluster.PRIMARY, broker.superProperties());
    }

    private static String address() {
        return broker.superProperties().getProperty("bootstrap.servers");
    }

    private static String password(String principal) {
        return "secret-of-" + principal;
    }

    /** A catalogue of one topic and nobody. */
    private static String one(String topic, int partitions) {
        return """
                topics:
                  - {name: %s, about: One., cluster: primary, key: id, partitions: %d, replication: 1}
                principals: []
                """.formatted(topic, partitions);
    }

    private static Map<String, String> config(String topic) throws Exception {
        ConfigResource resource = ClusterReader.resource(topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static void alter(String topic, AlterConfigOp operation) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> operations =
                Map.of(ClusterReader.resource(topic), List.of(operation));
        admin.incrementalAlterConfigs(operations).all().get();
    }

    private static void send(String user, String topic) throws ExecutionException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(broker.as(user, password(user)));
        properties.put("max.block.ms", 20_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static List<String> read(String user, String topic, String group) {
        Map<String, Object> properties = new HashMap<>(broker.as(user, password(user)));
        properties.put("group.id", group);
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                List<String> values = java.util.stream.StreamSupport.stream(
                                consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .map(record -> record.value())
                        .toList();
                if (!values.isEmpty()) {
                    return values;
                }
            }
            return List.of();
        }
    }
}
