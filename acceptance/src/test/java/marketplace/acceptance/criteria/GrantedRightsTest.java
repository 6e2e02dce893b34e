package marketplace.acceptance.criteria;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import org.junit.jupiter.api.Test;

class GrantedRightsTest {
    private final GrantedRights primary = new GrantedRights(Catalogue.load(), Cluster.PRIMARY);
    private final GrantedRights target = new GrantedRights(Catalogue.load(), Cluster.TARGET);

    @Test
    void who_writes_may_describe_and_no_more() {
        assertThat(primary.of("shop-api", "products")).containsExactlyInAnyOrder(WRITE, DESCRIBE);
        assertThat(primary.of("shop-api", "search-products")).isEmpty();
    }

    @Test
    void a_right_on_every_topic_is_one_on_each() {
        assertThat(target.of("operator", "recommendations"))
                .containsExactlyInAnyOrder(READ, DESCRIBE, DESCRIBE_CONFIGS);
    }

    @Test
    void a_writer_of_the_primary_cluster_is_none_of_the_target() {
        assertThat(target.of("shop-api", "products")).isEmpty();
        assertThat(target.of("mirror-maker", "products")).contains(WRITE);
    }
}
