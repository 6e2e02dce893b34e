package marketplace.catalogue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.avro.Schema;

/**
 * The contract: every topic, who may write and read it, and the principals that may. Immutable, and valid: every name
 * that it mentions is there.
 */
public final class Catalogue {
    private final List<TopicSpec> topics;
    private final List<Principal> principals;

    Catalogue(List<TopicSpec> topics, List<Principal> principals) {
        this.topics = List.copyOf(topics);
        this.principals = List.copyOf(principals);
    }

    /**
     * The platform's own catalogue, {@code topics.yaml} of the schemas module.
     *
     * @throws CatalogueException with every problem of the file
     */
    public static Catalogue load() {
        return CatalogueReader.resource("/topics.yaml");
    }

    /**
     * A catalogue of one's own.
     *
     * @throws CatalogueException with every problem of the file
     */
    public static Catalogue load(Path file) {
        return CatalogueReader.file(file);
    }

    /** All topics, the dead-letter topics included: one of these for each cluster where its principal lives. */
    public List<TopicSpec> topics() {
        return topics;
    }

    /** The topics that exist on a cluster, as themselves or as mirrors. */
    public List<TopicSpec> topicsOn(Cluster cluster) {
        return topics.stream().filter(topic -> topic.existsOn(cluster)).toList();
    }

    /** The topics that are copied from the primary cluster to the target, under the same name. */
    public List<TopicSpec> mirroredTopics() {
        return topics.stream().filter(TopicSpec::mirrored).toList();
    }

    public List<Principal> principals() {
        return principals;
    }

    public List<Principal> principalsOn(Cluster cluster) {
        return principals.stream()
                .filter(principal -> principal.livesOn(cluster))
                .toList();
    }

    /** Every right on a cluster, in a stable order. There are no others: what is not here is denied. */
    public Set<Right> rightsOn(Cluster cluster) {
        return Rights.of(this, cluster);
    }

    /**
     * The consumer groups whose offsets the mirror carries over, as patterns of the catalogue: those of the principals
     * that live on the primary cluster alone. Who lives on both keeps offsets of its own on each.
     */
    public List<String> groupsToMirror() {
        return principals.stream()
                .filter(principal -> principal.livesOn(Cluster.PRIMARY) && !principal.livesOn(Cluster.TARGET))
                .flatMap(principal -> principal.groups().stream())
                .distinct()
                .toList();
    }

    /** Which class each subject's schema comes from. */
    public Map<String, String> subjectClasses() {
        Map<String, String> classes = new LinkedHashMap<>();
        topics.forEach(topic -> topic.value().ifPresent(value -> classes.put(topic.subject(), value)));
        return classes;
    }

    /**
     * The schema of each subject, {@code <topic>-value}.
     *
     * @throws CatalogueException when classes that the catalogue names are missing, with all of their names
     */
    public SortedMap<String, Schema> subjects() {
        return ValueSchemas.load(subjectClasses());
    }

    /**
     * The same catalogue for a machine with fewer brokers: no topic has more replicas than that, and
     * {@code min.insync.replicas} goes down with it.
     *
     * @throws IllegalArgumentException when the number is less than one
     */
    public Catalogue withReplicationAtMost(int maximum) {
        if (maximum < 1) {
            throw new IllegalArgumentException("A topic needs at least one replica, not " + maximum);
        }
        return new Catalogue(topics.stream().map(topic -> topic.capped(maximum)).toList(), principals);
    }

    @Override
    public String toString() {
        return "Catalogue of " + topics.size() + " topics and " + principals.size() + " principals on "
                + Arrays.toString(Cluster.values());
    }
}
