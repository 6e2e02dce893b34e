package marketplace.service.kafka;

import io.micronaut.runtime.ApplicationConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import marketplace.schemas.DeadLetter;
import marketplace.schemas.Topics;
import marketplace.service.WrongSettingException;
import marketplace.service.log.LimitedLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Puts records aside that a service cannot process, on the topic that is named after it, and does not give up before a
 * quorum of brokers has them.
 */
@Singleton
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final LimitedLog EACH = new LimitedLog(LOG, Level.WARN, 20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DeadLetter letters;
    private final TopicProducer<byte[], byte[]> producer;
    /** A producer that is full, or that does not find its topic, makes wait who sends: never the thread that reads. */
    private final ExecutorService sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DeadLetters::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    DeadLetters(final KafkaClients clients, final ApplicationConfiguration application) {
        final String service = application
                .getName()
                .orElseThrow(() -> new WrongSettingException("micronaut.application.name is missing: dead letters of a"
                        + " service are on the topic that is named after it."));
        letters = new DeadLetter(service);
        producer = clients.producer(service + "-dead-letters", Topics.deadLetters(service));
    }

    /** Done when the dead letter is acknowledged; it never fails. */
    public CompletionStage<Void> put(final ConsumerRecord<byte[], byte[]> record, final Throwable cause) {
        EACH.say(() -> "Cannot process " + record.topic() + "-" + record.partition() + "@" + record.offset()
                + ", it goes to the dead letters: " + cause.getMessage());
        final CompletableFuture<Void> done = new CompletableFuture<>();
        final ProducerRecord<byte[], byte[]> letter = letters.of(record, cause);
        sender.execute(() -> send(letter, done));
        return done;
    }

    private static Thread thread(final Runnable work) {
        final Thread thread = new Thread(work, "dead-letters");
        thread.setDaemon(true);
        return thread;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    private void send(final ProducerRecord<byte[], byte[]> letter, final CompletableFuture<Void> done) {
        try {
            producer.send(letter, (metadata, failure) -> settle(letter, failure, done));
        } catch (final KafkaException e) {
            settle(letter, e, done);
        }
    }

    private void settle(
            final ProducerRecord<byte[], byte[]> letter, final Exception failure, final CompletableFuture<Void> done) {
        if (failure == null) {
            done.complete(null);
        } else if (failure instanceof RecordTooLargeException && letter.value() != null) {
            LOG.error(
                    "A dead letter is too large with its headers; it goes without the value, which stays where it was");
            again(new ProducerRecord<>(letter.topic(), null, null, letter.key(), null, letter.headers()), done);
        } else {
            LOG.warn("A dead letter could not be put aside, it is tried again: {}", failure.getMessage());
            again(letter, done);
        }
    }

    private void again(final ProducerRecord<byte[], byte[]> letter, final CompletableFuture<Void> done) {
        CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, sender)
                .execute(() -> send(letter, done));
    }

    @PreDestroy
    void close() {
        sender.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }
}
