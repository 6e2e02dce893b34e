package marketplace.indexer.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketplace.indexer.domain.Delivery;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.StoreUnavailableException;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Translation;
import marketplace.indexer.sources.Translator;
import marketplace.service.kafka.KafkaClients;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, beside the group. */
final class TopicFiller implements Filler {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Translator translator;
    private final Delivery delivery;
    private final Run run;
    private final String topic;
    private List<TopicPartition> partitions = List.of();

    TopicFiller(
            final KafkaClients clients,
            final Source<?> source,
            final Months months,
            final Delivery delivery,
            final Run run) {
        this.topic = source.topic().name();
        this.translator = source.translator(clients.settings(), months);
        this.delivery = delivery;
        this.run = run;
        this.consumer = clients.passingConsumer(
                "search-indexer-rebuild",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Map.of("max.poll.records", 2_000));
    }

    @Override
    public long catchUp() throws InterruptedException, StoreUnavailableException {
        try {
            if (partitions.isEmpty()) {
                begin();
            }
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long read = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                read += take(consumer.poll(POLL));
            }
            return read;
        } catch (final KafkaException e) {
            throw new StoreUnavailableException("The topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void begin() {
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("it is not there");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private long take(final Iterable<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        final List<Copy> batch = new ArrayList<>();
        long read = 0;
        for (final ConsumerRecord<byte[], byte[]> record : records) {
            read++;
            final Translation translation = translator.translate(record);
            if (translation instanceof final Translation.Changes changes) {
                batch.add(new Copy(changes.change(), run));
            }
        }
        delivery.deliver(batch);
        if (Thread.interrupted()) {
            throw new InterruptedException("The rebuild is called off");
        }
        return read;
    }

    @Override
    public void close() {
        // A thread that was told to stop still says goodbye to the brokers.
        final boolean interrupted = Thread.interrupted();
        consumer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
