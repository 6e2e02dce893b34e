package marketplace.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Reads the principals of a catalogue file. */
final class PrincipalReader {
    static final List<String> KEYS =
            List.of("name", "about", "clusters", "groups", "transactions", "dead-letters", "mirrors", "also");
    private static final Map<String, ResourceType> RESOURCES = Map.of(
            "topic", ResourceType.TOPIC,
            "group", ResourceType.GROUP,
            "transactional-id", ResourceType.TRANSACTIONAL_ID);
    private static final Map<ResourceType, Set<AclOperation>> OPERATIONS = Map.of(
            ResourceType.TOPIC,
                    EnumSet.of(
                            AclOperation.READ,
                            AclOperation.WRITE,
                            AclOperation.CREATE,
                            AclOperation.DELETE,
                            AclOperation.ALTER,
                            AclOperation.DESCRIBE,
                            AclOperation.DESCRIBE_CONFIGS,
                            AclOperation.ALTER_CONFIGS),
            ResourceType.GROUP,
                    EnumSet.of(
                            AclOperation.READ,
                            AclOperation.DESCRIBE,
                            AclOperation.DELETE,
                            AclOperation.DESCRIBE_CONFIGS,
                            AclOperation.ALTER_CONFIGS),
            ResourceType.TRANSACTIONAL_ID,
                    EnumSet.of(AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.TWO_PHASE_COMMIT));

    private PrincipalReader() {}

    static Principal principal(Section unnamed) {
        String name = unnamed.requiredText("name");
        Section principal = name.isEmpty() ? unnamed : unnamed.called("principal " + name);
        principal.checkName(name);
        Set<Cluster> clusters = EnumSet.noneOf(Cluster.class);
        principal
                .texts("clusters")
                .forEach(label -> principal.cluster("clusters", label).ifPresent(clusters::add));
        if (!principal.has("clusters")) {
            principal.problem("clusters is missing");
        } else if (clusters.isEmpty()) {
            principal.problemAt("clusters", "lives nowhere");
        }
        boolean mirrors = principal.flag("mirrors");
        if (mirrors && clusters.size() < Cluster.values().length) {
            principal.problemAt("mirrors", "a mirror lives on both clusters");
        }
        return new Principal(
                name,
                principal.requiredText("about"),
                clusters,
                principal.texts("groups"),
                principal.texts("transactions"),
                principal.flag("dead-letters"),
                mirrors,
                principal.sections(
                        "also",
                        List.of("cluster", "topic", "group", "transactional-id", "operations"),
                        grant -> grant(grant, clusters)));
    }

    private static Principal.Grant grant(Section grant, Set<Cluster> clusters) {
        Optional<Cluster> cluster = grant.cluster("cluster", grant.requiredText("cluster"));
        if (cluster.isPresent() && !clusters.contains(cluster.get())) {
            grant.problemAt(
                    "cluster", "the principal does not live on " + cluster.get().label());
        }
        List<String> resources =
                RESOURCES.keySet().stream().filter(grant::has).sorted().toList();
        if (resources.size() != 1) {
            grant.problem("names " + resources.size() + " resources instead of one topic, group or transactional-id");
        }
        String resource = resources.isEmpty() ? "topic" : resources.get(0);
        ResourceType type = RESOURCES.getOrDefault(resource, ResourceType.TOPIC);
        List<AclOperation> operations = new ArrayList<>();
        List<String> listed = grant.texts("operations");
        for (String operation : listed) {
            Optional<AclOperation> known = OPERATIONS.getOrDefault(type, Set.of()).stream()
                    .filter(candidate -> candidate.name().equals(operation))
                    .findFirst();
            known.ifPresentOrElse(
                    operations::add,
                    () -> grant.problemAt("operations", "a " + resource + " knows no operation " + operation));
        }
        if (listed.isEmpty()) {
            grant.problem("operations is missing or empty");
        }
        return new Principal.Grant(
                cluster.orElse(Cluster.PRIMARY), type, grant.text(resource).orElse(""), operations);
    }
}
