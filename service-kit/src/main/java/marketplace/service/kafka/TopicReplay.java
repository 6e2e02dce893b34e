package marketplace.service.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import marketplace.schemas.Decoded;
import marketplace.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from its beginning, all partitions, and goes on reading: for a service that keeps what the topic says
 * in memory. It belongs to no group and commits nothing.
 */
public final class TopicReplay<V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReplay.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final org.apache.kafka.clients.consumer.Consumer<String, Decoded<V>> consumer;
    private final Topic<String, V> topic;
    private final Consumer<ConsumerRecord<String, Decoded<V>>> each;
    private final Thread thread;
    private final Queue<CatchUp> wishes = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private TopicReplay(
            final KafkaClients clients,
            final String clientId,
            final Topic<String, V> topic,
            final Consumer<ConsumerRecord<String, Decoded<V>>> each) {
        this.topic = topic;
        this.each = each;
        this.consumer =
                clients.consumer(clientId, topic.keyDeserializer(), topic.decoder(clients.settings()), Map.of());
        this.thread = new Thread(this::run, clientId);
        this.thread.setDaemon(true);
    }

    /** Begins to read; {@code each} is called by one thread, in the order of each partition. */
    public static <V> TopicReplay<V> start(
            final KafkaClients clients,
            final String clientId,
            final Topic<String, V> topic,
            final Consumer<ConsumerRecord<String, Decoded<V>>> each) {
        final TopicReplay<V> replay = new TopicReplay<>(clients, clientId, topic, each);
        replay.thread.start();
        return replay;
    }

    /**
     * Done when everything has been read that stood on the topic when this was called; failed with a {@link
     * java.util.concurrent.TimeoutException} if that takes longer.
     */
    public CompletionStage<Void> catchUp(final Duration patience) {
        final CatchUp wish = new CatchUp();
        wishes.removeIf(CatchUp::isOver);
        wishes.add(wish);
        return wish.done().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOG.warn("{} cannot be read now: {}", topic, e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("{} could not be read; it is tried again", topic, e);
                pause();
            }
        }
    }

    private void read() {
        final List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(topic.name() + " is not there yet");
        }
        if (!consumer.assignment().containsAll(partitions)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        while (!closed) {
            consumer.poll(POLL).forEach(each);
            wishes.removeIf(wish -> wish.isFulfilled(consumer, partitions));
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
