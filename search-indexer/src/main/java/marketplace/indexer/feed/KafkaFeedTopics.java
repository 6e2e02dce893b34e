package marketplace.indexer.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Sources;
import marketplace.indexer.store.FeedTopics;
import marketplace.service.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the cluster about topics, and how far the group has come with them. */
@Singleton
final class KafkaFeedTopics implements FeedTopics {
    private final Admin admin;
    private final String group;

    KafkaFeedTopics(final KafkaClients clients, final FeedSettings settings) {
        this.admin = clients.admin("search-indexer-topics");
        this.group = settings.group();
    }

    @Override
    public String idFor(final String family) throws StoreUnavailableException {
        return describe(topic(family)).topicId().toString();
    }

    @Override
    public boolean isPast(final Shelf shelf) throws StoreUnavailableException {
        final TopicDescription topic = describe(topic(shelf.family()));
        final Map<TopicPartition, OffsetSpec> beginnings = IntStream.range(
                        0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> beginning(shelf)));
        final Map<TopicPartition, ListOffsetsResultInfo> first =
                answer(topic.name(), admin.listOffsets(beginnings).all());
        final Map<TopicPartition, OffsetAndMetadata> next =
                answer(topic.name(), admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return first.entrySet().stream()
                .anyMatch(begin -> isPast(begin.getValue().offset(), Optional.ofNullable(next.get(begin.getKey()))));
    }

    /** Where the first record stands that may belong on a shelf. */
    private static OffsetSpec beginning(final Shelf shelf) {
        return Months.of(shelf)
                .map(month ->
                        month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .map(OffsetSpec::forTimestamp)
                .orElseGet(OffsetSpec::earliest);
    }

    /** No record is so young, if its offset is negative. */
    private static boolean isPast(final long offset, final Optional<OffsetAndMetadata> next) {
        return offset >= 0
                && next.filter(committed -> committed.offset() > offset).isPresent();
    }

    private static String topic(final String family) {
        return Sources.all().stream()
                .filter(source -> source.family().equals(family))
                .map(Source::topic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic feeds " + family))
                .name();
    }

    private TopicDescription describe(final String topic) throws StoreUnavailableException {
        return answer(topic, admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic);
    }

    private static <T> T answer(final String topic, final KafkaFuture<T> answer) throws StoreUnavailableException {
        try {
            return answer.get();
        } catch (final ExecutionException e) {
            throw new StoreUnavailableException(
                    "Kafka does not say how it is with " + topic + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while Kafka was asked", e);
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
