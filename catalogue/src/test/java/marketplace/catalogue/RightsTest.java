package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;

final class RightsTest {
    private final Catalogue catalogue = Catalogues.small();

    @Test
    void rights_on_the_primary_cluster_are_these_and_no_others() {
        assertThat(told(Cluster.PRIMARY))
                .containsExactlyInAnyOrder(
                        "shop WRITE TOPIC orders",
                        "billing READ TOPIC orders",
                        "billing READ GROUP billing*",
                        "billing READ GROUP invoices",
                        "billing WRITE TRANSACTIONAL_ID billing-*",
                        "billing WRITE TOPIC billing.dlq",
                        "mirror READ TOPIC orders",
                        "mirror DESCRIBE_CONFIGS TOPIC orders",
                        "mirror DESCRIBE GROUP billing*",
                        "mirror DESCRIBE GROUP invoices",
                        "watcher READ TOPIC *",
                        "watcher READ GROUP watcher");
    }

    @Test
    void on_the_target_mirrors_are_read_and_only_the_mirror_writes_them() {
        assertThat(told(Cluster.TARGET))
                .containsExactlyInAnyOrder(
                        "lake READ TOPIC orders",
                        "lake WRITE TOPIC insights",
                        "lake READ GROUP lake",
                        "mirror READ TOPIC orders",
                        "mirror WRITE TOPIC orders",
                        "mirror DESCRIBE_CONFIGS TOPIC orders",
                        "mirror READ GROUP billing*",
                        "mirror READ GROUP invoices",
                        "mirror CREATE TOPIC mm2-*",
                        "mirror WRITE TOPIC mm2-*",
                        "watcher READ GROUP watcher");
    }

    @Test
    void a_star_at_the_end_is_a_prefix_and_a_star_alone_is_everything() {
        assertThat(NamePattern.of("mm2-*")).isEqualTo(new NamePattern(PatternType.PREFIXED, "mm2-"));
        assertThat(NamePattern.of("*")).isEqualTo(new NamePattern(PatternType.LITERAL, "*"));
        assertThat(NamePattern.of("orders")).isEqualTo(new NamePattern(PatternType.LITERAL, "orders"));
        assertThat(NamePattern.of("mm2-*").matches("mm2-offsets")).isTrue();
        assertThat(NamePattern.of("*").matches("anything")).isTrue();
        assertThat(NamePattern.of("orders").matches("orders2")).isFalse();
    }

    @Test
    void groups_of_those_who_live_on_the_primary_cluster_alone_are_mirrored() {
        assertThat(catalogue.groupsToMirror()).containsExactly("billing*", "invoices");
    }

    @Test
    void a_mirrored_topic_exists_on_both_clusters() {
        assertThat(catalogue.topicsOn(Cluster.PRIMARY))
                .extracting(TopicSpec::name)
                .containsExactly("orders", "billing.dlq");
        assertThat(catalogue.topicsOn(Cluster.TARGET))
                .extracting(TopicSpec::name)
                .containsExactly("orders", "insights");
    }

    @Test
    void on_fewer_brokers_replicas_and_in_sync_replicas_go_down_together() {
        assertThat(orders(catalogue.withReplicationAtMost(1))).isEqualTo("1 replica, 1 in sync");
        assertThat(orders(catalogue.withReplicationAtMost(2))).isEqualTo("2 replicas, 1 in sync");
        assertThat(orders(catalogue.withReplicationAtMost(5))).isEqualTo("3 replicas, 2 in sync");
    }

    private static String orders(Catalogue catalogue) {
        TopicSpec orders = catalogue.mirroredTopics().get(0);
        return Lines.count(orders.replication(), "replica") + ", "
                + orders.config().get("min.insync.replicas") + " in sync";
    }

    private Set<String> told(Cluster cluster) {
        return catalogue.rightsOn(cluster).stream()
                .map(right -> right.principal() + " " + right.operation() + " " + right.resourceType() + " "
                        + right.pattern())
                .collect(Collectors.toSet());
    }
}
