package marketplace.bench.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import marketplace.schemas.Topic;
import marketplace.schemas.Topics;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Waits until the marketplace has nothing left to do, so that what went before takes no time away from what comes. */
public final class Settling {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration STILL = Duration.ofSeconds(3);
    /** Behind the last record of a transaction stands its end, which readers that count records do not count. */
    private static final long MARKER = 1;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clients primary;
    private final Clients target;
    private final Progress progress;

    public Settling(final Platform platform, final Progress progress) throws IOException {
        this.primary = new Clients(platform, Clients.PRIMARY);
        this.target = new Clients(platform, Clients.TARGET);
        this.progress = progress;
    }

    /** Returns when groups have read all there is and nothing new comes, or says that it would not wait for longer. */
    public void await() throws IOException, InterruptedException {
        progress.doing("waiting until the marketplace has nothing left to do");
        try (Admin onPrimary = primary.admin();
                Admin onTarget = target.admin()) {
            final long begin = System.nanoTime();
            Map<TopicPartition, Long> before = Map.of();
            long since = begin;
            while (System.nanoTime() - begin < PATIENCE.toNanos()) {
                final Map<TopicPartition, Long> ends = new HashMap<>(ends(onPrimary));
                final boolean isRead = isAllRead(onPrimary, ends);
                final Map<TopicPartition, Long> endsOnTarget = ends(onTarget);
                final boolean isReadOnTarget = isAllRead(onTarget, endsOnTarget);
                // The mirror is in no group: its work shows on the target.
                endsOnTarget.forEach((partition, end) -> ends.merge(partition, end, Long::sum));
                if (!isRead || !isReadOnTarget || !ends.equals(before)) {
                    since = System.nanoTime();
                    before = ends;
                } else if (System.nanoTime() - since >= STILL.toNanos()) {
                    return;
                }
                Thread.sleep(LOOK.toMillis());
            }
        }
        progress.done("The marketplace is still at work; the figures that follow suffer from it.");
    }

    private static Map<TopicPartition, Long> ends(final Admin admin) throws IOException, InterruptedException {
        final List<String> ours = Topics.all().stream().map(Topic::name).toList();
        final List<String> here = KafkaAnswers.of(admin.listTopics().names()).stream()
                .filter(ours::contains)
                .toList();
        final Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (final TopicDescription topic :
                KafkaAnswers.of(admin.describeTopics(here).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        final Map<TopicPartition, Long> ends = new HashMap<>();
        KafkaAnswers.of(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static boolean isAllRead(final Admin admin, final Map<TopicPartition, Long> ends)
            throws IOException, InterruptedException {
        final List<String> groups = new ArrayList<>();
        KafkaAnswers.of(admin.listGroups().valid()).stream()
                .filter(group -> group.groupState().equals(Optional.of(GroupState.STABLE)))
                .forEach(group -> groups.add(group.groupId()));
        for (final String group : groups) {
            final Map<TopicPartition, OffsetAndMetadata> read =
                    KafkaAnswers.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            if (read.entrySet().stream()
                    .filter(entry -> Objects.nonNull(entry.getValue()) && ends.containsKey(entry.getKey()))
                    .anyMatch(entry -> entry.getValue().offset() + MARKER < ends.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
