package marketplace.acceptance.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import marketplace.events.ClientEvent;
import marketplace.schemas.Decoded;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Sees the events of a probe come onto one cluster, in a thread of its own. */
final class ProbeReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int READY_WITHIN_SECONDS = 30;
    private static final int CLOSING_MS = 5_000;

    private final Consumer<String, Decoded<ClientEvent>> consumer;
    private final String prefix;
    private final AtomicLongArray intended;
    private final Tally tally;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "probe-reader");
    private volatile RuntimeException failure;

    /**
     * Begins to read at the end of the topic.
     *
     * @param settings of a client that may read, and where the registry is
     * @param prefix what the ids of the probe's events begin with, before their number
     * @param intended when each event was to be sent
     */
    ProbeReader(
            final Map<String, Object> settings,
            final String prefix,
            final AtomicLongArray intended,
            final Tally tally) {
        this.consumer = new KafkaConsumer<>(
                settings, Topics.CLIENT_EVENTS.keyDeserializer(), Topics.CLIENT_EVENTS.decoder(settings));
        this.prefix = prefix;
        this.intended = intended;
        this.tally = tally;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer) {
            final List<TopicPartition> partitions = consumer.partitionsFor(Topics.CLIENT_EVENTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Where the end is, is asked at the first look.
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(record -> see(record.value()));
            }
        } catch (final WakeupException e) {
            // It is being closed.
        } catch (final KafkaException e) {
            failure = e;
        } finally {
            ready.countDown();
        }
    }

    private void see(final Decoded<ClientEvent> decoded) {
        if (decoded instanceof final Decoded.Value<ClientEvent> event
                && event.value().getEventId().startsWith(prefix)) {
            final int number = Integer.parseInt(event.value().getEventId().substring(prefix.length()));
            tally.add(number, System.nanoTime() - intended.get(number));
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        if (!ready.await(READY_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("A cluster did not say within " + READY_WITHIN_SECONDS + " s where its topics end");
        }
        check();
    }

    void check() throws IOException {
        if (failure != null) {
            throw new IOException("The events cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
