package marketplace.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import marketplace.catalogue.ClusterState.TopicState;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;

/** Compares the catalogue with a cluster as it is. Touches nothing. */
final class ClusterPlanner {
    /** A running reassignment sets these and takes them back itself. */
    private static final Set<String> NOT_OURS =
            Set.of("leader.replication.throttled.replicas", "follower.replication.throttled.replicas");

    private final Catalogue catalogue;
    private final Cluster cluster;
    private final ClusterState state;
    private final Passwords passwords;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ClusterPlanner(Catalogue catalogue, Cluster cluster, ClusterState state, Passwords passwords) {
        this.catalogue = catalogue;
        this.cluster = cluster;
        this.state = state;
        this.passwords = passwords;
    }

    static Plan plan(Catalogue catalogue, Cluster cluster, ClusterState state, Passwords passwords) {
        ClusterPlanner planner = new ClusterPlanner(catalogue, cluster, state, passwords);
        planner.topics();
        planner.users();
        planner.rights();
        planner.strangers();
        return new Plan(planner.changes, planner.problems, planner.notes);
    }

    /** How many brokers must be up for what is to be created; none when nothing is. */
    static int brokersWanted(Catalogue catalogue, Cluster cluster, ClusterState state) {
        return catalogue.topicsOn(cluster).stream()
                .filter(topic -> Optional.ofNullable(state.topics().get(topic.name()))
                        .map(existing -> existing.partitions() < topic.partitions())
                        .orElse(true))
                .mapToInt(TopicSpec::replication)
                .max()
                .orElse(0);
    }

    private void topics() {
        List<TopicSpec> topics = catalogue.topicsOn(cluster);
        for (TopicSpec topic : topics) {
            if (!state.topics().containsKey(topic.name())) {
                changes.add(new Change.CreateTopic(cluster.label(), topic));
            }
        }
        for (TopicSpec topic : topics) {
            TopicState actual = state.topics().get(topic.name());
            if (actual != null) {
                partitions(topic, actual);
            }
        }
        for (TopicSpec topic : topics) {
            TopicState actual = state.topics().get(topic.name());
            if (actual != null) {
                config(topic, actual);
            }
        }
        int wanted = brokersWanted(catalogue, cluster, state);
        if (state.brokers() < wanted) {
            problem("topics want " + Lines.count(wanted, "replica") + " and "
                    + Lines.count(state.brokers(), "broker")
                    + " can be seen: start the others, or ask for a replication of "
                    + state.brokers() + " at most");
        }
    }

    private void partitions(TopicSpec topic, TopicState actual) {
        if (actual.replication() != topic.replication()) {
            problem("topic " + topic.name() + " has " + Lines.count(actual.replication(), "replica")
                    + ", the catalogue says " + topic.replication()
                    + ": Kafka changes that by a reassignment only (kafka-reassign-partitions)");
        }
        if (actual.partitions() > topic.partitions()) {
            problem("topic " + topic.name() + " has " + Lines.count(actual.partitions(), "partition")
                    + ", the catalogue says " + topic.partitions() + ": Kafka cannot take partitions away");
        } else if (actual.partitions() < topic.partitions()) {
            changes.add(
                    new Change.AddPartitions(cluster.label(), topic.name(), actual.partitions(), topic.partitions()));
        }
    }

    private void config(TopicSpec topic, TopicState actual) {
        topic.config().forEach((key, value) -> {
            Optional<String> before = Optional.ofNullable(actual.config().get(key));
            if (!before.equals(Optional.of(value))) {
                changes.add(new Change.SetTopicConfig(cluster.label(), topic.name(), key, before, value));
            }
        });
        new TreeMap<>(actual.config()).forEach((key, value) -> {
            if (NOT_OURS.contains(key)) {
                note("left alone: " + key + " of topic " + topic.name() + " (a reassignment's own)");
            } else if (!topic.config().containsKey(key)) {
                changes.add(new Change.ResetTopicConfig(cluster.label(), topic.name(), key, value));
            }
        });
    }

    private void users() {
        if (!passwords.given()) {
            note("no passwords were given, so users are left as they are");
            return;
        }
        for (Principal principal : catalogue.principalsOn(cluster)) {
            if (state.users().contains(principal.name())) {
                continue;
            }
            if (passwords.of(principal.name()).isPresent()) {
                changes.add(new Change.CreateUser(cluster.label(), principal.name()));
            } else {
                problem("user " + principal.name() + " is missing, and no password was given for it");
            }
        }
    }

    private void rights() {
        Set<AclBinding> given = new HashSet<>();
        for (Right right : catalogue.rightsOn(cluster)) {
            AclBinding binding = right.toBinding();
            given.add(binding);
            if (!state.acls().contains(binding)) {
                changes.add(new Change.GrantRight(cluster.label(), right));
            }
        }
        Set<String> ours = catalogue.principals().stream()
                .map(principal -> Right.kafkaName(principal.name()))
                .collect(Collectors.toSet());
        state.acls().stream()
                .filter(acl -> ours.contains(acl.entry().principal()) && !given.contains(acl))
                .sorted(Comparator.comparing(AclBinding::toString))
                .forEach(acl -> {
                    if (acl.entry().permissionType() == AclPermissionType.ALLOW) {
                        changes.add(new Change.RevokeAcl(cluster.label(), acl));
                    } else {
                        // Somebody shut somebody out on purpose; to let him in again is for people to decide.
                        note("left alone: "
                                + Right.catalogueName(acl.entry().principal()) + " is denied "
                                + acl.entry().operation() + " on "
                                + Lines.kind(acl.pattern().resourceType()) + " "
                                + new NamePattern(
                                        acl.pattern().patternType(),
                                        acl.pattern().name()));
                    }
                });
    }

    private void strangers() {
        Set<String> topics =
                names(catalogue.topicsOn(cluster).stream().map(TopicSpec::name).toList());
        List<NamePattern> engines = catalogue.rightsOn(cluster).stream()
                .filter(right -> right.resourceType() == ResourceType.TOPIC && right.operation() == AclOperation.CREATE)
                .map(right -> new NamePattern(right.patternType(), right.name()))
                .toList();
        strangers(
                "topics",
                state.topicNames(),
                name -> topics.contains(name)
                        || name.startsWith("__")
                        || engines.stream().anyMatch(pattern -> pattern.matches(name)));
        Set<String> users = names(
                catalogue.principalsOn(cluster).stream().map(Principal::name).toList());
        strangers("users", state.users(), users::contains);
        Set<String> principals =
                names(catalogue.principals().stream().map(Principal::name).toList());
        strangers(
                "rights of",
                state.acls().stream()
                        .map(acl -> Right.catalogueName(acl.entry().principal()))
                        .collect(Collectors.toSet()),
                principals::contains);
    }

    private void strangers(String what, Set<String> actual, Predicate<String> known) {
        Set<String> unknown = actual.stream().filter(known.negate()).collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            note("left alone, not in the catalogue: " + what + " " + String.join(", ", unknown));
        }
    }

    private static Set<String> names(List<String> names) {
        return Set.copyOf(names);
    }

    private void problem(String line) {
        problems.add(cluster.label() + ": " + line);
    }

    private void note(String line) {
        notes.add(cluster.label() + ": " + line);
    }
}
