package marketplace.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.indexer.domain.Backlog;
import marketplace.indexer.domain.Lanes;
import marketplace.indexer.sources.Translation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is committed, and when partitions come and go. */
final class AssignmentTest {
    private static final String TOPIC = "allowed-products";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> owned = new ArrayList<>();
    private final Assignment assignment =
            new Assignment(consumer, (partition, start) -> partition(start), new Ownerships(new Ownership() {
                @Override
                public void acquired(final String family) {
                    owned.add(family);
                }

                @Override
                public void lost(final String family) {
                    owned.remove(family);
                }
            }));

    /** Its records are done as soon as they have begun. */
    private static Partition partition(final long start) {
        return new Partition(
                start,
                record -> new Translation.Expired(),
                new Lanes(List.of()),
                new Backlog(10, 10),
                null,
                new Measures(new SimpleMeterRegistry(), Clock.systemUTC()).of(TOPIC));
    }

    @BeforeEach
    void assign() {
        consumer.subscribe(List.of(TOPIC), assignment);
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.rebalance(List.of(FIRST, SECOND));
    }

    @Test
    void what_is_open_is_not_committed() {
        final Partition partition = assignment.begin(FIRST, 5);
        take(partition, 5);
        take(partition, 6);
        partition.progress().began(7);
        take(partition, 8);

        assignment.commitNow();

        assertThat(committed(FIRST)).isEqualTo(7);
        assertThat(committed(SECOND)).isNull();
    }

    @Test
    void a_partition_that_is_handed_over_is_committed_as_far_as_it_came() {
        final Partition partition = assignment.begin(FIRST, 5);
        take(partition, 5);
        partition.progress().began(6);

        assignment.onPartitionsRevoked(List.of(FIRST));

        assertThat(committed(FIRST)).isEqualTo(6);
        assertThat(partition.progress().isAbandoned()).isTrue();
        assertThat(assignment.assigned()).containsExactly(SECOND);
        assertThat(assignment.begun()).isEmpty();
    }

    @Test
    void a_partition_that_is_lost_is_not_committed() {
        final Partition partition = assignment.begin(FIRST, 5);
        take(partition, 5);

        assignment.onPartitionsLost(List.of(FIRST));

        assertThat(committed(FIRST)).isNull();
        assertThat(partition.progress().isAbandoned()).isTrue();
    }

    @Test
    void whoever_reads_the_first_partition_looks_after_the_index() {
        assertThat(owned).containsExactly("products");

        assignment.onPartitionsRevoked(List.of(SECOND));
        assertThat(owned).containsExactly("products");

        assignment.onPartitionsRevoked(List.of(FIRST));
        assertThat(owned).isEmpty();
    }

    private static void take(final Partition partition, final long offset) {
        partition.take(new ConsumerRecord<>(TOPIC, 0, offset, new byte[0], new byte[0]));
    }

    private Long committed(final TopicPartition partition) {
        final OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? null : offset.offset();
    }
}
