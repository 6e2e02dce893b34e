package marketplace.testing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Principal;
import marketplace.schemas.AvroConfig;

/**
 * The engines that a test class asked for, and how to reach them. They are shared with other classes: a test that needs
 * a topic to itself makes one here. Methods throw {@link IllegalStateException} for an engine that the class did not
 * ask for.
 */
public final class RunningEngines {
    private final Catalogue catalogue;
    private final EngineProvider provider;
    private final OwnTopics topics;
    private final Set<Engine> asked;

    RunningEngines(Catalogue catalogue, EngineProvider provider, OwnTopics topics, Set<Engine> asked) {
        this.catalogue = catalogue;
        this.provider = provider;
        this.topics = topics;
        this.asked = asked;
    }

    /**
     * Settings with which a Kafka client reaches a cluster as a principal of the catalogue, and its serializers the
     * registry if the class asked for it. The map is the caller's to change.
     *
     * @throws IllegalArgumentException if the principal does not live on the cluster
     */
    public Map<String, Object> clientSettings(Cluster cluster, String principal) {
        mustHave(cluster);
        mustLiveOn(cluster, principal);
        return settings(provider.client(cluster, principal));
    }

    /** The same for somebody who may do everything. */
    public Map<String, Object> admin(Cluster cluster) {
        mustHave(cluster);
        return settings(provider.admin(cluster));
    }

    /**
     * Settings with which a service serves on a free port as a principal of the catalogue. The map is the caller's to
     * change.
     *
     * @throws IllegalArgumentException if the principal does not live on the cluster
     */
    public Map<String, Object> serviceSettings(Cluster cluster, String principal) {
        var settings = new HashMap<String, Object>();
        clientSettings(cluster, principal).forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put(AvroConfig.REGISTRY_URL, schemaRegistryUrl());
        settings.put("micronaut.server.port", -1);
        return settings;
    }

    private Map<String, Object> settings(Map<String, String> access) {
        var settings = new HashMap<String, Object>(access);
        settings.put("enable.metrics.push", false);
        if (asked.contains(Engine.SCHEMA_REGISTRY)) {
            settings.put(AvroConfig.REGISTRY_URL, schemaRegistryUrl());
        }
        return settings;
    }

    /** Where Confluent's API of the registry begins, for {@code schema.registry.url}. */
    public String schemaRegistryUrl() {
        mustHave(Engine.SCHEMA_REGISTRY);
        return provider.schemaRegistryUrl();
    }

    /** Where the Connect worker takes requests. */
    public String connectUrl() {
        mustHave(Engine.CONNECT);
        return provider.connectUrl();
    }

    /** Where Elasticsearch takes requests. Its indexes are shared with the module's other classes. */
    public String elasticsearchUrl() {
        mustHave(Engine.ELASTICSEARCH);
        return provider.elasticsearchUrl();
    }

    /** Where HDFS is, {@code hdfs://HOST:PORT}. Its files are shared with the module's other classes. */
    public String hdfsUrl() {
        mustHave(Engine.HDFS);
        return provider.hdfsUrl();
    }

    /** Whether a principal can do only what it has a right to. Not so with engines from containers. */
    public boolean enforcesRights() {
        return provider.enforcesRights();
    }

    /**
     * Makes a topic that nobody else knows. If the catalogue has a topic of that name, the new one is like it: its
     * partitions, its configuration, and, if the class asked for the registry, the schema of its values under a subject
     * of its own. The mirror does not carry it. No principal has rights on it but those that may read everything.
     *
     * @return its name, which begins with {@code test-}
     */
    public String topicNamed(Cluster cluster, String stem) {
        mustHave(cluster);
        var topic = topics.create(cluster, stem);
        if (asked.contains(Engine.SCHEMA_REGISTRY)) {
            topics.register(topic, stem);
        }
        return topic;
    }

    /** The same on the primary cluster. */
    public String topicNamed(String stem) {
        return topicNamed(Cluster.PRIMARY, stem);
    }

    /**
     * The same, and lets a principal write and read it.
     *
     * @throws IllegalArgumentException if the principal does not live on the cluster
     */
    public String topicFor(String principal, Cluster cluster, String stem) {
        mustLiveOn(cluster, principal);
        var topic = topicNamed(cluster, stem);
        topics.allow(cluster, topic, principal);
        return topic;
    }

    private void mustLiveOn(Cluster cluster, String principal) {
        var there = catalogue.principalsOn(cluster).stream()
                .map(Principal::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!there.contains(principal)) {
            throw new IllegalArgumentException("There is no " + principal + " on the " + cluster.label()
                    + " cluster; there are " + String.join(", ", there) + ".");
        }
    }

    private void mustHave(Cluster cluster) {
        mustHave(Engine.valueOf(cluster.name()));
    }

    private void mustHave(Engine engine) {
        if (!asked.contains(engine)) {
            throw new IllegalStateException("This class did not ask for " + engine + ": name it in @Engines.");
        }
    }
}
