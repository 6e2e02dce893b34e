package marketplace.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClusterTest {
    @ParameterizedTest
    @EnumSource
    void its_id_is_one_that_kafka_takes(Cluster cluster) {
        assertThat(cluster.id()).hasSize(22);
        assertThat(Base64.getUrlDecoder().decode(cluster.id())).hasSize(16);
        assertThat(Uuid.fromString(cluster.id())).hasToString(cluster.id());
    }

    @ParameterizedTest
    @EnumSource
    void the_catalogue_knows_it_by_the_same_name(Cluster cluster) {
        assertThat(cluster.inCatalogue().name()).isEqualTo(cluster.name());
    }

    @Test
    void the_clusters_share_neither_id_nor_nodes() {
        assertThat(Cluster.PRIMARY.id()).isNotEqualTo(Cluster.TARGET.id());
        assertThat(Cluster.PRIMARY.nodes(3)).doesNotContainAnyElementsOf(Cluster.TARGET.nodes(3));
    }

    @Test
    void its_bootstrap_servers_are_its_nodes_on_the_loopback() {
        assertThat(Cluster.TARGET.bootstrap(new Ports(1_000), 2)).isEqualTo("127.0.0.1:30092,127.0.0.1:30093");
        assertThat(Cluster.TARGET.nodes(2)).containsExactly("target-kafka-0", "target-kafka-1");
    }
}
