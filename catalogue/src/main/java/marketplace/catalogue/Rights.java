package marketplace.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Derives the rights of everybody on a cluster from what the catalogue says. */
final class Rights {
    private final Catalogue catalogue;
    private final Cluster cluster;
    private final Set<Right> rights = new TreeSet<>();

    private Rights(Catalogue catalogue, Cluster cluster) {
        this.catalogue = catalogue;
        this.cluster = cluster;
    }

    static Set<Right> of(Catalogue catalogue, Cluster cluster) {
        Rights derived = new Rights(catalogue, cluster);
        catalogue.principalsOn(cluster).forEach(derived::derive);
        return Collections.unmodifiableSet(derived.rights);
    }

    private void derive(Principal principal) {
        String name = principal.name();
        for (TopicSpec topic : catalogue.topicsOn(cluster)) {
            // A mirror is written by the mirror alone, so writers write where the topic is at home.
            if (topic.cluster() == cluster && topic.writtenBy().contains(name)) {
                give(name, ResourceType.TOPIC, topic.name(), AclOperation.WRITE);
            }
            if (topic.readBy().contains(name)) {
                give(name, ResourceType.TOPIC, topic.name(), AclOperation.READ);
            }
        }
        principal.groups().forEach(group -> give(name, ResourceType.GROUP, group, AclOperation.READ));
        principal.transactions().forEach(id -> give(name, ResourceType.TRANSACTIONAL_ID, id, AclOperation.WRITE));
        if (principal.mirrors()) {
            mirror(name);
        }
        for (Principal.Grant grant : principal.also()) {
            if (grant.cluster() == cluster) {
                grant.operations().forEach(operation -> give(name, grant.resourceType(), grant.name(), operation));
            }
        }
    }

    /**
     * The mirror needs neither CREATE nor ALTER on what it copies: topics and their configuration come from the
     * catalogue on both clusters, and the mirror's own syncing of them is off.
     */
    private void mirror(String name) {
        List<AclOperation> onTopics = cluster == Cluster.PRIMARY
                ? List.of(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS)
                : List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        // Translated offsets are committed on the target, which takes READ on the group and on the topic.
        AclOperation onGroups = cluster == Cluster.PRIMARY ? AclOperation.DESCRIBE : AclOperation.READ;
        for (TopicSpec topic : catalogue.mirroredTopics()) {
            onTopics.forEach(operation -> give(name, ResourceType.TOPIC, topic.name(), operation));
        }
        catalogue.groupsToMirror().forEach(group -> give(name, ResourceType.GROUP, group, onGroups));
    }

    private void give(String principal, ResourceType type, String pattern, AclOperation operation) {
        rights.add(Right.on(principal, type, pattern, operation));
    }
}
