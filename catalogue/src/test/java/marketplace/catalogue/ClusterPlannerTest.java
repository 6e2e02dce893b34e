package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import marketplace.catalogue.ClusterState.TopicState;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

final class ClusterPlannerTest {
    private static final Passwords ALL =
            Passwords.of(Map.of("shop", "s3cret", "billing", "s3cret", "mirror", "s3cret", "watcher", "s3cret"));

    private final Catalogue catalogue = Catalogues.small();

    @Test
    void an_empty_cluster_needs_everything_topics_first() {
        Plan plan = plan(new ClusterState(3, Set.of(), Map.of(), Set.of(), Set.of()));

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.notes()).isEmpty();
        assertThat(lines(plan))
                .startsWith(
                        "primary: create topic orders (2 partitions, 3 replicas, cleanup.policy=compact, "
                                + "min.insync.replicas=2, retention.ms=86400000)",
                        "primary: create topic billing.dlq (2 partitions, 3 replicas, min.insync.replicas=2, "
                                + "retention.ms=1209600000)",
                        "primary: create user shop (SCRAM-SHA-512)")
                .contains(
                        "primary: grant billing WRITE on transactional id billing-*",
                        "primary: grant watcher READ on topic *")
                .hasSize(2 + 4 + catalogue.rightsOn(Cluster.PRIMARY).size())
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void a_cluster_that_is_as_the_catalogue_says_needs_nothing() {
        Plan plan = plan(asTheCatalogueSays());

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void a_topic_with_too_few_partitions_grows() {
        assertThat(lines(plan(withOrders(orders -> new TopicState(1, 3, orders.config())))))
                .containsExactly("primary: add partitions to topic orders: 1 -> 2");
    }

    @Test
    void what_kafka_cannot_do_is_one_line_for_each_problem() {
        assertThat(plan(withOrders(orders -> new TopicState(9, 2, orders.config())))
                        .problems())
                .containsExactly(
                        "primary: topic orders has 2 replicas, the catalogue says 3: Kafka changes that by a "
                                + "reassignment only (kafka-reassign-partitions)",
                        "primary: topic orders has 9 partitions, the catalogue says 2: Kafka cannot take partitions "
                                + "away");
    }

    @Test
    void configuration_is_set_back_and_what_the_catalogue_does_not_name_is_reset() {
        Plan plan = plan(withOrders(orders -> new TopicState(
                2,
                3,
                Map.of(
                        "retention.ms", "5",
                        "cleanup.policy", "compact",
                        "segment.ms", "7",
                        "leader.replication.throttled.replicas", "*"))));

        assertThat(lines(plan))
                .containsExactly(
                        "primary: set min.insync.replicas of topic orders: the broker's default -> 2",
                        "primary: set retention.ms of topic orders: 5 -> 86400000",
                        "primary: reset segment.ms of topic orders: 7 -> the broker's default");
        assertThat(plan.notes())
                .containsExactly("primary: left alone: leader.replication.throttled.replicas of topic orders "
                        + "(a reassignment's own)");
    }

    @Test
    void too_few_brokers_for_what_is_to_be_created_are_a_problem_and_for_what_is_there_they_are_not() {
        ClusterState whole = asTheCatalogueSays();

        assertThat(plan(whole.withBrokers(1)).problems()).isEmpty();
        assertThat(plan(new ClusterState(1, Set.of(), Map.of(), Set.of(), Set.of()))
                        .problems())
                .containsExactly("primary: topics want 3 replicas and 1 broker can be seen: start the others, or ask "
                        + "for a replication of 1 at most");
    }

    @Test
    void a_missing_user_without_a_password_is_a_problem_and_without_passwords_users_are_left() {
        ClusterState nobody = new ClusterState(
                3,
                asTheCatalogueSays().topicNames(),
                asTheCatalogueSays().topics(),
                Set.of("shop", "mirror"),
                asTheCatalogueSays().acls());

        assertThat(plan(nobody, Passwords.of(Map.of("billing", "b", "watcher", " ")))
                        .problems())
                .containsExactly("primary: user watcher is missing, and no password was given for it");
        Plan without = plan(nobody, Passwords.none());
        assertThat(without.changes()).isEmpty();
        assertThat(without.notes()).containsExactly("primary: no passwords were given, so users are left as they are");
    }

    @Test
    void rights_beyond_the_catalogue_are_revoked_and_denials_and_strangers_left_alone() {
        ClusterState state = asTheCatalogueSays();
        Set<AclBinding> acls = new HashSet<>(state.acls());
        acls.add(acl("User:shop", "orders", "10.0.0.1", AclOperation.WRITE, AclPermissionType.ALLOW));
        acls.add(acl("User:lake", "orders", "*", AclOperation.READ, AclPermissionType.ALLOW));
        acls.add(acl("User:shop", "orders", "*", AclOperation.WRITE, AclPermissionType.DENY));
        acls.add(acl("User:*", "orders", "*", AclOperation.READ, AclPermissionType.ALLOW));

        Plan plan = plan(new ClusterState(3, state.topicNames(), state.topics(), state.users(), acls));

        assertThat(lines(plan))
                .containsExactlyInAnyOrder(
                        "primary: revoke shop WRITE on topic orders from host 10.0.0.1",
                        "primary: revoke lake READ on topic orders");
        assertThat(plan.notes())
                .containsExactly(
                        "primary: left alone: shop is denied WRITE on topic orders",
                        "primary: left alone, not in the catalogue: rights of *");
    }

    @Test
    void strangers_are_named_and_what_engines_make_for_themselves_is_not() {
        ClusterState state = asTheCatalogueSays();
        Set<String> topics = new HashSet<>(state.topicNames());
        topics.addAll(List.of("mm2-offsets", "__consumer_offsets", "homework"));
        Set<String> users = new HashSet<>(state.users());
        users.add("admin");
        Catalogue withEngine = Catalogues.read(
                Catalogues.SMALL.replace("cluster: target, topic: mm2-*", "cluster: primary, topic: mm2-*"));
        Set<AclBinding> acls = withEngine.rightsOn(Cluster.PRIMARY).stream()
                .map(Right::toBinding)
                .collect(Collectors.toSet());

        Plan plan = ClusterPlanner.plan(
                withEngine, Cluster.PRIMARY, new ClusterState(3, topics, state.topics(), users, acls), ALL);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.notes())
                .containsExactly(
                        "primary: left alone, not in the catalogue: topics homework",
                        "primary: left alone, not in the catalogue: users admin");
    }

    private static AclBinding acl(
            String principal, String topic, String host, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal, host, operation, permission));
    }

    private ClusterState asTheCatalogueSays() {
        Map<String, TopicState> topics = catalogue.topicsOn(Cluster.PRIMARY).stream()
                .collect(Collectors.toMap(
                        TopicSpec::name,
                        topic -> new TopicState(topic.partitions(), topic.replication(), topic.config())));
        return new ClusterState(
                3,
                topics.keySet(),
                topics,
                Set.of("shop", "billing", "mirror", "watcher"),
                catalogue.rightsOn(Cluster.PRIMARY).stream()
                        .map(Right::toBinding)
                        .collect(Collectors.toSet()));
    }

    private ClusterState withOrders(UnaryOperator<TopicState> change) {
        ClusterState state = asTheCatalogueSays();
        Map<String, TopicState> topics = new HashMap<>(state.topics());
        topics.computeIfPresent("orders", (name, orders) -> change.apply(orders));
        return new ClusterState(3, state.topicNames(), topics, state.users(), state.acls());
    }

    private Plan plan(ClusterState state) {
        return plan(state, ALL);
    }

    private Plan plan(ClusterState state, Passwords passwords) {
        return ClusterPlanner.plan(catalogue, Cluster.PRIMARY, state, passwords);
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream().map(Change::description).toList();
    }
}
