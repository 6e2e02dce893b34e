package marketplace.service.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import marketplace.service.upload.ItemSink;
import marketplace.service.upload.Receipt;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Puts items on a topic. An item is accepted when a quorum of brokers has it. */
public final class TopicSink<T, K, V> implements ItemSink<T> {
    /** After a failure others need not find out for themselves, each after its own patience. */
    private static final Duration OUTAGE = Duration.ofSeconds(1);

    private final TopicProducer<K, V> producer;
    private final Function<T, ProducerRecord<K, V>> record;
    private final Clock clock;
    private volatile Outage outage;

    public TopicSink(
            final TopicProducer<K, V> producer, final Function<T, ProducerRecord<K, V>> record, final Clock clock) {
        this.producer = producer;
        this.record = record;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    public void take(final T item, final Receipt receipt) {
        final Outage known = outage;
        if (known != null && clock.instant().isBefore(known.until())) {
            receipt.failed(known.cause());
            return;
        }
        try {
            producer.send(record.apply(item), (metadata, failure) -> settle(failure, receipt));
        } catch (InterruptException e) {
            receipt.failed(e);
        } catch (KafkaException e) {
            settle(e, receipt);
        }
    }

    private void settle(final Exception failure, final Receipt receipt) {
        if (failure == null) {
            outage = null;
            receipt.accepted();
        } else if (failure instanceof RecordTooLargeException) {
            receipt.rejected("", "is longer than a record may be");
        } else {
            outage = new Outage(failure, clock.instant().plus(OUTAGE));
            receipt.failed(failure);
        }
    }

    private record Outage(Throwable cause, Instant until) {}
}
