package marketplace.testing;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Right;
import marketplace.catalogue.TopicSpec;
import marketplace.schemas.registry.RegistryClient;
import marketplace.schemas.registry.RegistrySettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;

/** Makes topics that belong to one test. */
final class OwnTopics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final int PARTITIONS = 3;

    private final Catalogue catalogue;
    private final EngineProvider provider;
    private final Map<Cluster, Admin> admins = new EnumMap<>(Cluster.class);

    OwnTopics(Catalogue catalogue, EngineProvider provider) {
        this.catalogue = catalogue.withReplicationAtMost(1);
        this.provider = provider;
    }

    /** Makes a topic like the one of that name in the catalogue, or a plain one; answers its name when it has leaders. */
    synchronized String create(Cluster cluster, String stem) {
        // No right in the catalogue begins like this: nobody comes by one by accident.
        var name = "test-" + stem + "-" + UUID.randomUUID().toString().substring(0, 8);
        var like = like(stem);
        var topic = new NewTopic(name, like.map(TopicSpec::partitions).orElse(PARTITIONS), (short) 1)
                .configs(like.map(TopicSpec::config).orElse(Map.of()));
        var admin = admin(cluster);
        answer(admin.createTopics(List.of(topic)).all());
        Awaitility.await("leaders of " + name)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(() -> hasLeaders(admin, name));
        return name;
    }

    private static boolean hasLeaders(Admin admin, String topic) throws InterruptedException, ExecutionException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .allMatch(partition ->
                            partition.leader() != null && !partition.leader().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    /** Lets a principal write and read a topic; returns when the broker knows. */
    synchronized void allow(Cluster cluster, String topic, String principal) {
        var rights = Stream.of(AclOperation.READ, AclOperation.WRITE)
                .map(operation -> new Right(principal, ResourceType.TOPIC, PatternType.LITERAL, topic, operation))
                .map(Right::toBinding)
                .toList();
        var admin = admin(cluster);
        answer(admin.createAcls(rights).all());
        Awaitility.await("rights of " + principal + " on " + topic)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(() -> rights.stream().map(AclBinding::toFilter).noneMatch(right -> answer(
                                admin.describeAcls(right).values())
                        .isEmpty()));
    }

    /** Registers the schema that values of the catalogue's topic have, for a topic that is like it. */
    void register(String topic, String stem) {
        like(stem).filter(spec -> spec.value().isPresent()).ifPresent(spec -> {
            var settings = new RegistrySettings(
                    List.of(URI.create(provider.schemaRegistryUrl())), Optional.empty(), PATIENCE, PATIENCE);
            new RegistryClient(settings)
                    .register(topic + "-value", catalogue.subjects().get(spec.subject()));
        });
    }

    private Optional<TopicSpec> like(String stem) {
        return catalogue.topics().stream()
                .filter(spec -> spec.name().equals(stem))
                .findFirst();
    }

    private Admin admin(Cluster cluster) {
        return admins.computeIfAbsent(cluster, missing -> Admin.create(Map.copyOf(provider.admin(cluster))));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new EnginesException("The cluster refused: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnginesException("Interrupted while a cluster was asked", e);
        }
    }

    @Override
    public synchronized void close() {
        admins.values().forEach(admin -> admin.close(Duration.ZERO));
    }
}
