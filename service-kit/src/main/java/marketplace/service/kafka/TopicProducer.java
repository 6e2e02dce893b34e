package marketplace.service.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer that gets over a first login that was refused. Kafka's own does not always: if the broker whom it asks for its
 * id does not know its user yet, it forgets that it asked, and waits for the answer for ever. Nothing ever got through such
 * a one, so another takes its place.
 */
public final class TopicProducer<K, V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicProducer.class);
    private static final String REFUSED_LOGINS = "failed-authentication-total";
    private static final Callback NOBODY = (metadata, failure) -> {};

    private final Supplier<Producer<K, V>> maker;
    private final MeterRegistry meters;
    private volatile Producer<K, V> producer;
    private volatile boolean proven;
    private KafkaClientMetrics metrics;
    private boolean doubted;
    private boolean closed;

    /** Makes a producer, which it measures. */
    TopicProducer(final Supplier<Producer<K, V>> maker, final MeterRegistry meters) {
        this.maker = maker;
        this.meters = meters;
        open();
    }

    private void open() {
        producer = maker.get();
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters);
    }

    /** Sends a record, as Kafka's producers do. */
    public Future<RecordMetadata> send(final ProducerRecord<K, V> record) {
        return send(record, NOBODY);
    }

    /** Sends a record, as Kafka's producers do, and tells when it is acknowledged or given up. */
    public Future<RecordMetadata> send(final ProducerRecord<K, V> record, final Callback told) {
        final Producer<K, V> now = producer;
        try {
            return now.send(record, proven ? told : proving(told));
        } catch (final IllegalStateException e) {
            final Producer<K, V> next = current();
            if (next == now) {
                throw e;
            }
            return next.send(record, proving(told));
        }
    }

    private Callback proving(final Callback told) {
        return (metadata, failure) -> {
            if (failure == null) {
                proven = true;
            }
            told.onCompletion(metadata, failure);
        };
    }

    /** The one that is used from now on; waits for it if it is being made. */
    private synchronized Producer<K, V> current() {
        return producer;
    }

    /** Whether nothing can be wrong any more with its first login. */
    synchronized boolean isSettled() {
        return proven || closed;
    }

    /**
     * To be called now and then. One whose login was refused, and which has acknowledged nothing from one call to the
     * next, is replaced; what it held fails, and whoever sent that sends it again.
     */
    synchronized void look() {
        if (isSettled() || !wasRefused()) {
            return;
        }
        if (!doubted) {
            doubted = true;
            return;
        }
        LOG.warn("The brokers refused the first login, and nothing got through since: logging in anew");
        metrics.close();
        producer.close(Duration.ZERO);
        open();
        doubted = false;
    }

    private boolean wasRefused() {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(REFUSED_LOGINS))
                .anyMatch(metric -> (double) metric.metricValue() > 0);
    }

    @Override
    public void close() {
        close(Duration.ofMillis(Long.MAX_VALUE));
    }

    /** Waits so long for what is under way. */
    public void close(final Duration patience) {
        last().close(patience);
    }

    private synchronized Producer<K, V> last() {
        closed = true;
        return producer;
    }
}
