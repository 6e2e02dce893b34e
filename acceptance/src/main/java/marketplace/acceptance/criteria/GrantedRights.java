package marketplace.acceptance.criteria;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Right;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** What each principal may do with a topic as the catalogue says, with what Kafka derives from it. */
final class GrantedRights {
    /** Who may do one of these may also describe. */
    private static final Set<AclOperation> DESCRIBING =
            Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE, AclOperation.ALTER);

    private final Collection<Right> rights;

    GrantedRights(final Catalogue catalogue, final Cluster cluster) {
        this.rights = catalogue.rightsOn(cluster);
    }

    Set<AclOperation> of(final String principal, final String topic) {
        final Set<AclOperation> granted = rights.stream()
                .filter(right -> right.principal().equals(principal)
                        && right.resourceType() == ResourceType.TOPIC
                        && covers(right, topic))
                .map(Right::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        if (granted.stream().anyMatch(DESCRIBING::contains)) {
            granted.add(AclOperation.DESCRIBE);
        }
        if (granted.contains(AclOperation.ALTER_CONFIGS)) {
            granted.add(AclOperation.DESCRIBE_CONFIGS);
        }
        return granted;
    }

    private static boolean covers(final Right right, final String topic) {
        return right.patternType() == PatternType.PREFIXED
                ? topic.startsWith(right.name())
                : right.name().equals("*") || right.name().equals(topic);
    }
}
