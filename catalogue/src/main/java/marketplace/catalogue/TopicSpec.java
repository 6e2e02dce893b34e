package marketplace.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the catalogue says about one topic.
 *
 * @param cluster where it is written; a mirrored topic exists on the other cluster too
 * @param config every configuration that is set on the topic, the defaults of the catalogue included
 * @param value the full name of the Avro class of its values; empty where values are not Avro
 */
public record TopicSpec(
        String name,
        String about,
        Cluster cluster,
        boolean mirrored,
        int partitions,
        int replication,
        Map<String, String> config,
        String key,
        Optional<String> value,
        List<String> writtenBy,
        List<String> readBy) {

    public TopicSpec {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
        writtenBy = List.copyOf(writtenBy);
        readBy = List.copyOf(readBy);
    }

    /** Whether the topic exists on that cluster: as itself, or as its mirror. */
    public boolean existsOn(Cluster where) {
        return mirrored || cluster == where;
    }

    /** The subject of its value schema, whether it has one or not. */
    public String subject() {
        return name + "-value";
    }

    TopicSpec capped(int maximumReplication) {
        if (replication <= maximumReplication) {
            return this;
        }
        Map<String, String> capped = new TreeMap<>(config);
        // One replica fewer than there are: as on a full cluster, one dead broker shall block nobody.
        int inSync = Math.max(1, maximumReplication - 1);
        capped.computeIfPresent(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                (key, minimum) -> String.valueOf(Math.min(Integer.parseInt(minimum), inSync)));
        return new TopicSpec(
                name, about, cluster, mirrored, partitions, maximumReplication, capped, key, value, writtenBy, readBy);
    }
}
