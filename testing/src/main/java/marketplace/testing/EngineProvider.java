package marketplace.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.catalogue.Cluster;

/** Where engines come from. Called by one thread at a time, and asked only for what it has started. */
interface EngineProvider extends AutoCloseable {
    /**
     * Starts those of the engines that do not run yet, applies the catalogue to them, and returns when they are ready.
     *
     * @param wanted complete: with each engine come those that it needs
     * @return what was started and how long it took, for people; nothing if all ran already
     * @throws EnginesException if one does not come up
     */
    List<String> start(Set<Engine> wanted);

    /** Settings with which a Kafka client reaches a cluster as a principal of the catalogue. */
    Map<String, String> client(Cluster cluster, String principal);

    /** Settings with which a Kafka client may do everything. */
    Map<String, String> admin(Cluster cluster);

    /** Whether a principal is held to its rights. */
    boolean enforcesRights();

    /** Where Confluent's API of the registry begins. */
    String schemaRegistryUrl();

    String connectUrl();

    String elasticsearchUrl();

    /** Where clients ask the NameNode, {@code hdfs://HOST:PORT}. */
    String hdfsUrl();

    /** Stops everything and forgets the data. */
    @Override
    void close();
}
