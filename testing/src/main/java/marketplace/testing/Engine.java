package marketplace.testing;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a test class can ask for. */
public enum Engine {
    /** The primary Kafka cluster, one broker, with the catalogue's topics, users and rights. */
    PRIMARY,
    /** The target Kafka cluster, in the same way. */
    TARGET,
    /** The schema registry, with the catalogue's subjects. */
    SCHEMA_REGISTRY,
    /** MirrorMaker, which carries the catalogue's mirrored topics; brings both clusters. */
    MIRROR,
    /** A Kafka Connect worker without connectors; brings the primary cluster. */
    CONNECT,
    /** Elasticsearch, one node without an index. */
    ELASTICSEARCH,
    /** HDFS, the NameNode and three DataNodes, without a file. */
    HDFS;

    private Set<Engine> needs() {
        return switch (this) {
            case PRIMARY, TARGET, SCHEMA_REGISTRY, ELASTICSEARCH, HDFS -> Set.of();
            case MIRROR -> Set.of(PRIMARY, TARGET);
            case CONNECT -> Set.of(PRIMARY);
        };
    }

    /** Those engines, and those that they do not work without. */
    static Set<Engine> withNeeds(Collection<Engine> wanted) {
        var all = EnumSet.noneOf(Engine.class);
        for (Engine engine : wanted) {
            all.add(engine);
            all.addAll(engine.needs());
        }
        return Collections.unmodifiableSet(all);
    }
}
