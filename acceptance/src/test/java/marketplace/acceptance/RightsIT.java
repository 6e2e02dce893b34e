package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Principal;
import marketplace.catalogue.TopicSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every principal can do on every topic of both clusters exactly what the catalogue says. The brokers are asked what
 * they would allow; then each principal really tries to read and to write.
 */
@ExtendWith(RunningPlatform.class)
class RightsIT {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Marketplace marketplace;

    RightsIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @TestFactory
    Stream<DynamicContainer> on_both_clusters() {
        return Stream.of(Cluster.values())
                .map(cluster -> DynamicContainer.dynamicContainer(
                        cluster.label(),
                        CATALOGUE.principalsOn(cluster).stream()
                                .map(principal -> DynamicTest.dynamicTest(
                                        principal.name() + " can do what the catalogue says and nothing else",
                                        () -> hasExactlyItsRights(cluster, principal)))));
    }

    private void hasExactlyItsRights(Cluster cluster, Principal principal) throws Exception {
        var settings = marketplace.client(cluster.label(), principal.name());
        for (TopicSpec topic : CATALOGUE.topicsOn(cluster)) {
            var expected = expected(cluster, principal, topic.name());
            var what = principal.name() + " on " + topic.name();
            assertThat(allowed(settings, topic.name())).as(what).isEqualTo(expected);
            assertThat(reads(settings, topic.name()))
                    .as(what + ": reads")
                    .isEqualTo(expected.contains(AclOperation.READ));
            if (expected.contains(AclOperation.WRITE)) {
                write(settings, topic.name());
            } else {
                // A principal that writes nowhere is already refused as an idempotent producer.
                assertThatThrownBy(() -> write(settings, topic.name()))
                        .as(what + ": writes")
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    /** What the catalogue gives, with what Kafka derives from it: who may read, write or alter may also describe. */
    private static Set<AclOperation> expected(Cluster cluster, Principal principal, String topic) {
        var rights = CATALOGUE.rightsOn(cluster).stream()
                .filter(right -> right.principal().equals(principal.name()))
                .map(right -> right.toBinding())
                .filter(binding ->
                        binding.pattern().resourceType() == ResourceType.TOPIC && matches(binding.pattern(), topic))
                .map(binding -> binding.entry().operation())
                .collect(Collectors.toCollection(TreeSet::new));
        if (rights.stream()
                .anyMatch(
                        Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE, AclOperation.ALTER)
                                ::contains)) {
            rights.add(AclOperation.DESCRIBE);
        }
        if (rights.contains(AclOperation.ALTER_CONFIGS)) {
            rights.add(AclOperation.DESCRIBE_CONFIGS);
        }
        return rights;
    }

    private static boolean matches(ResourcePattern pattern, String topic) {
        return switch (pattern.patternType()) {
            case PREFIXED -> topic.startsWith(pattern.name());
            default -> pattern.name().equals("*") || pattern.name().equals(topic);
        };
    }

    /** What the broker says that this client may do with the topic; nothing if it may not even see it. */
    private static Set<AclOperation> allowed(Map<String, Object> settings, String topic) throws InterruptedException {
        try (var admin = Admin.create(settings)) {
            var description = admin.describeTopics(
                            List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .allTopicNames()
                    .get()
                    .get(topic);
            return new TreeSet<>(description.authorizedOperations());
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
            return Set.of();
        }
    }

    private static boolean reads(Map<String, Object> settings, String topic) {
        var consumerSettings = new HashMap<>(settings);
        consumerSettings.put("default.api.timeout.ms", (int) A_MOMENT.toMillis());
        try (var consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            consumer.poll(Duration.ofMillis(300));
            return true;
        } catch (TopicAuthorizationException refused) {
            return false;
        }
    }

    private static void write(Map<String, Object> settings, String topic) throws Exception {
        var producerSettings = new HashMap<>(settings);
        producerSettings.put("max.block.ms", (int) A_MOMENT.toMillis());
        try (var producer =
                new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1}, null)).get();
        }
    }

    @Test
    void a_stranger_and_a_wrong_password_are_refused() throws IOException {
        for (Cluster cluster : Cluster.values()) {
            var stranger = marketplace.client(cluster.label(), "operator");
            stranger.put("sasl.jaas.config", jaas("mallory", "secret"));
            assertThatThrownBy(() -> nodes(stranger)).hasCauseInstanceOf(SaslAuthenticationException.class);
            var wrong = marketplace.client(cluster.label(), "operator");
            wrong.put("sasl.jaas.config", jaas("operator", "guess"));
            assertThatThrownBy(() -> nodes(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void plaintext_and_no_password_are_refused() throws IOException {
        for (Cluster cluster : Cluster.values()) {
            for (String protocol : List.of("PLAINTEXT", "SASL_PLAINTEXT", "SSL")) {
                var settings = marketplace.client(cluster.label(), "operator");
                settings.put("security.protocol", protocol);
                settings.put("default.api.timeout.ms", "3000");
                settings.put("request.timeout.ms", "3000");
                assertThatThrownBy(() -> nodes(settings))
                        .as(cluster.label() + " over " + protocol)
                        .hasCauseInstanceOf(TimeoutException.class);
            }
        }
    }

    @Test
    void a_certificate_of_one_cluster_opens_no_door_of_the_other() throws Exception {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", "127.0.0.1:" + marketplace.port(19_192));
        settings.put("security.protocol", "SSL");
        settings.put("ssl.keystore.type", "PEM");
        settings.put(
                "ssl.keystore.location",
                marketplace.data().resolve("pki/target-kafka-0.pem").toString());
        settings.put("ssl.truststore.type", "PEM");
        settings.put(
                "ssl.truststore.location",
                marketplace.data().resolve("pki/ca.pem").toString());
        assertThat(reads(settings, "products")).isFalse();
        settings.put(
                "ssl.keystore.location",
                marketplace.data().resolve("pki/kafka-0.pem").toString());
        assertThat(reads(settings, "products")).as("a broker of the cluster").isTrue();
    }

    private static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    private static void nodes(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        }
    }
}
