package marketplace.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTest {
    private static final int HIGHEST = 36_135;

    @Test
    void no_two_listeners_share_a_port() {
        assertThat(new Ports(0).all().values()).doesNotHaveDuplicates().hasSize(2 * 3 * 4 + 9 + 12 + 6);
    }

    @Test
    void the_usual_ports_are_where_people_look_for_them() {
        assertThat(new Ports(0).all())
                .containsEntry("kafka-0", 19_092)
                .containsEntry("target-kafka-2", 29_094)
                .containsEntry("schema-registry", 8081)
                .containsEntry("kafka-connect", 8083)
                .containsEntry("client-api", 8086)
                .containsEntry("stream-processing", 8091)
                .containsEntry("search-indexer", 8092)
                .containsEntry("elasticsearch", 9200)
                .containsEntry("hdfs", 9000)
                .containsEntry("hdfs (web)", 9870)
                .containsEntry("hadoop-api", 8087)
                .containsEntry("prometheus", 9060)
                .containsEntry("alertmanager", 9093)
                .containsEntry("mailbox (web)", 8025);
    }

    @Test
    void an_offset_moves_every_port_by_as_much() {
        var moved = new Ports(1_000).all();

        assertThat(new Ports(0).all())
                .allSatisfy((name, port) -> assertThat(moved).containsEntry(name, port + 1_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, HIGHEST})
    void an_offset_within_bounds_leaves_every_port_a_port(int offset) {
        assertThat(new Ports(offset).all().values()).allMatch(port -> port > 1_023 && port <= 65_535);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, HIGHEST + 1, 60_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void an_offset_out_of_bounds_is_refused_with_the_bounds(int offset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ports(offset))
                .withMessage("The port offset must be from 0 to " + HIGHEST + ", not " + offset + ".");
    }
}
