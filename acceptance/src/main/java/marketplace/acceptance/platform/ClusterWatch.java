package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import marketplace.catalogue.Cluster;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics of one cluster in a thread of its own, and remembers the last records. */
final class ClusterWatch {
    private static final int REMEMBERED = 50_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int READY_WITHIN_SECONDS = 30;
    private static final int CLOSING_MS = 5_000;

    private final Cluster cluster;
    private final Consumer<String, byte[]> consumer;
    private final List<String> topics;
    private final Deque<Sighting> remembered = new ArrayDeque<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread;
    private volatile KafkaException failure;

    private ClusterWatch(final Cluster cluster, final Consumer<String, byte[]> consumer, final List<String> topics) {
        this.cluster = cluster;
        this.consumer = consumer;
        this.topics = topics;
        this.thread = new Thread(this::run, "watch-" + cluster.label());
        this.thread.setDaemon(true);
    }

    static ClusterWatch start(final Cluster cluster, final Map<String, Object> client, final List<String> topics) {
        final Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.wait.ms", 100);
        final ClusterWatch watch = new ClusterWatch(
                cluster, new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topics);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try (consumer) {
            final List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Where the end is, is asked at the first look.
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::remember);
            }
        } catch (final WakeupException e) {
            // It is being closed.
        } catch (final KafkaException e) {
            failure = e;
        } finally {
            ready.countDown();
        }
    }

    private void remember(final ConsumerRecord<String, byte[]> record) {
        synchronized (remembered) {
            remembered.addLast(new Sighting(cluster, record));
            if (remembered.size() > REMEMBERED) {
                remembered.removeFirst();
            }
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        if (!ready.await(READY_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The " + cluster.label() + " cluster did not say within " + READY_WITHIN_SECONDS
                    + " s where its topics end");
        }
        check();
    }

    List<Sighting> seen(final Predicate<Sighting> wanted) throws IOException {
        check();
        synchronized (remembered) {
            return remembered.stream().filter(wanted).toList();
        }
    }

    private void check() throws IOException {
        if (failure != null) {
            throw new IOException(
                    "The topics of the " + cluster.label() + " cluster cannot be read: " + failure.getMessage(),
                    failure);
        }
    }

    void close() {
        consumer.wakeup();
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
