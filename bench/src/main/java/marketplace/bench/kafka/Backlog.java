package marketplace.bench.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Puts much on a topic that readers see all at once: it is one transaction, and they read what is committed. So they
 * are warm and at rest, and nobody takes time away from them when they begin.
 */
public final class Backlog implements AutoCloseable {
    private static final int LONGEST_TRANSACTION_MS = 600_000;

    private final Producer<String, byte[]> producer;

    public Backlog(final Clients clients, final String purpose) {
        producer = clients.producerOfBytes(
                Map.of("transactional.id", "bench-" + purpose, "transaction.timeout.ms", LONGEST_TRANSACTION_MS));
        producer.initTransactions();
    }

    /**
     * Puts records there, numbered from 0.
     *
     * @return when readers began to see them, as {@link System#nanoTime} has it
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
    public long publish(final long count, final LongFunction<ProducerRecord<String, byte[]>> record)
            throws IOException {
        final AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            producer.beginTransaction();
            for (long number = 0; number < count && failure.get() == null; number++) {
                producer.send(record.apply(number), (metadata, refusal) -> {
                    if (refusal != null) {
                        failure.set(refusal);
                    }
                });
            }
            producer.flush();
            final long begin = System.nanoTime();
            producer.commitTransaction();
            return begin;
        } catch (final KafkaException e) {
            throw new IOException("The backlog could not be published: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
