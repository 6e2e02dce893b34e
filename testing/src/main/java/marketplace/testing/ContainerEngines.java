package marketplace.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import marketplace.catalogue.Access;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.ClusterAccess;
import marketplace.catalogue.Contract;
import marketplace.catalogue.Options;
import marketplace.catalogue.Passwords;
import marketplace.catalogue.Principal;
import marketplace.catalogue.RegistryAccess;
import marketplace.catalogue.Reporter;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * Kafka, the registry and Elasticsearch from their official images. The catalogue is applied as it is everywhere, but connections are
 * plain: whoever connects may do everything.
 */
final class ContainerEngines implements EngineProvider {
    private static final int REGISTRY_PORT = 8080;
    private static final int ELASTICSEARCH_PORT = 9200;
    private static final String REGISTRY_API = "/apis/ccompat/v7";

    private final Catalogue catalogue;
    private final Settings settings;
    private final BooleanSupplier docker;
    private final Map<Cluster, KafkaContainer> clusters = new EnumMap<>(Cluster.class);
    private final List<GenericContainer<?>> registries = new ArrayList<>();
    private final List<GenericContainer<?>> searches = new ArrayList<>();

    ContainerEngines(Catalogue catalogue, Settings settings, BooleanSupplier docker) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.docker = docker;
    }

    static ContainerEngines open(Catalogue catalogue, Settings settings) {
        return new ContainerEngines(
                catalogue, settings, () -> DockerClientFactory.instance().isDockerAvailable());
    }

    @Override
    public List<String> start(Set<Engine> wanted) {
        if (wanted.contains(Engine.MIRROR) || wanted.contains(Engine.CONNECT) || wanted.contains(Engine.HDFS)) {
            throw new EnginesException("MIRROR, CONNECT and HDFS do not come from containers: leave out"
                    + " -Dmarketplace.engines=containers.");
        }
        if (!docker.getAsBoolean()) {
            throw new EnginesException("There is no Docker engine here: start one that this user may use, or leave out"
                    + " -Dmarketplace.engines=containers.");
        }
        var started = new ArrayList<String>();
        for (Engine engine : wanted) {
            switch (engine) {
                case PRIMARY -> cluster(Cluster.PRIMARY, started);
                case TARGET -> cluster(Cluster.TARGET, started);
                case SCHEMA_REGISTRY -> registry(started);
                case ELASTICSEARCH -> elasticsearch(started);
                case MIRROR, CONNECT, HDFS -> throw new IllegalStateException(engine + " was refused above");
            }
        }
        return started;
    }

    private void cluster(Cluster cluster, List<String> started) {
        if (clusters.containsKey(cluster)) {
            return;
        }
        var kafka = broker();
        clusters.put(cluster, kafka);
        started.add(running(kafka, cluster.label()));
        var admin = new Properties();
        admin.putAll(admin(cluster));
        apply(ClusterAccess.of(cluster, admin));
    }

    /** A broker that is not started yet. */
    KafkaContainer broker() {
        return new KafkaContainer(
                        DockerImageName.parse(settings.kafkaImage()).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_NUM_PARTITIONS", "3")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                // Rights can be written down, which applying the catalogue does; nobody is held to them.
                .withEnv("KAFKA_AUTHORIZER_CLASS_NAME", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .withEnv("KAFKA_SUPER_USERS", "User:ANONYMOUS");
    }

    private void registry(List<String> started) {
        if (!registries.isEmpty()) {
            return;
        }
        var registry = new GenericContainer<>(DockerImageName.parse(settings.registryImage()))
                .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "BACKWARD")
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp(REGISTRY_API + "/subjects").forPort(REGISTRY_PORT));
        registries.add(registry);
        started.add(running(registry, "schema-registry"));
        apply(RegistryAccess.of(schemaRegistryUrl()));
    }

    private void elasticsearch(List<String> started) {
        if (!searches.isEmpty()) {
            return;
        }
        var elasticsearch = search();
        searches.add(elasticsearch);
        started.add(running(elasticsearch, "elasticsearch"));
    }

    /** A node that is not started yet, with the settings of the local one. */
    GenericContainer<?> search() {
        var settingsFile = settings.home().configuration("engines", "elasticsearch", "config", "elasticsearch.yml");
        return new GenericContainer<>(DockerImageName.parse(settings.elasticsearchImage()))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(settingsFile), "/usr/share/elasticsearch/config/elasticsearch.yml")
                .withEnv("network.host", "0.0.0.0")
                // The local node has no security to turn off, and so would not know the setting in its file.
                .withEnv("xpack.security.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .withExposedPorts(ELASTICSEARCH_PORT)
                .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow&timeout=1s")
                        .forPort(ELASTICSEARCH_PORT));
    }

    private static String running(GenericContainer<?> container, String name) {
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new EnginesException(
                    name + " did not start from " + container.getDockerImageName() + ": " + e.getMessage(), e);
        }
        return name + " from " + container.getDockerImageName();
    }

    private void apply(Access place) {
        var passwords = catalogue.principals().stream()
                .collect(Collectors.toMap(
                        Principal::name, principal -> UUID.randomUUID().toString()));
        var outcome = new Contract(
                        catalogue,
                        Passwords.of(passwords),
                        Options.defaults().withReplicationAtMost(1),
                        Reporter.silent())
                .apply(place);
        if (!outcome.succeeded()) {
            throw new EnginesException("The catalogue could not be applied.", outcome.problems(), null);
        }
    }

    @Override
    public Map<String, String> client(Cluster cluster, String principal) {
        return admin(cluster);
    }

    @Override
    public Map<String, String> admin(Cluster cluster) {
        return Map.of(
                "bootstrap.servers", clusters.get(cluster).getBootstrapServers(), "security.protocol", "PLAINTEXT");
    }

    @Override
    public boolean enforcesRights() {
        return false;
    }

    @Override
    public String schemaRegistryUrl() {
        var registry = registries.get(0);
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + REGISTRY_API;
    }

    @Override
    public String connectUrl() {
        throw new IllegalStateException("CONNECT does not come from containers");
    }

    @Override
    public String elasticsearchUrl() {
        var elasticsearch = searches.get(0);
        return "http://" + elasticsearch.getHost() + ":" + elasticsearch.getMappedPort(ELASTICSEARCH_PORT);
    }

    @Override
    public String hdfsUrl() {
        throw new IllegalStateException("HDFS does not come from containers");
    }

    @Override
    public void close() {
        clusters.values().forEach(GenericContainer::stop);
        registries.forEach(GenericContainer::stop);
        searches.forEach(GenericContainer::stop);
    }
}
