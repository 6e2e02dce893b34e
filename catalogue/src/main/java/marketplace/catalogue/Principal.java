package marketplace.catalogue;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may connect. Names of groups and transactional ids, and of what {@code also} lists, may end in {@code *}.
 *
 * @param clusters where the principal lives; it has no rights elsewhere
 * @param deadLetters whether it has a topic {@code NAME.dlq} where it lives
 * @param mirrors whether it is the one that copies the mirrored topics
 * @param also rights beyond those that follow from the rest of the catalogue
 */
public record Principal(
        String name,
        String about,
        Set<Cluster> clusters,
        List<String> groups,
        List<String> transactions,
        boolean deadLetters,
        boolean mirrors,
        List<Grant> also) {

    /** Rights on one resource of one cluster. */
    public record Grant(Cluster cluster, ResourceType resourceType, String name, List<AclOperation> operations) {
        public Grant {
            operations = List.copyOf(operations);
        }
    }

    public Principal {
        clusters = Set.copyOf(clusters);
        groups = List.copyOf(groups);
        transactions = List.copyOf(transactions);
        also = List.copyOf(also);
    }

    public boolean livesOn(Cluster cluster) {
        return clusters.contains(cluster);
    }

    /** The name of its dead-letter topic, whether it has one or not. */
    public String deadLetterTopic() {
        return name + ".dlq";
    }
}
