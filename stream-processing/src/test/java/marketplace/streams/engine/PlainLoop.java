package marketplace.streams.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Consumes and produces with transactions of 100 ms, as Kafka Streams does, with the settings that the service gives
 * it, and does nothing with the records in between: the limit that the service is held to.
 */
final class PlainLoop implements AutoCloseable {
    private static final Duration TRANSACTION = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String in;
    private final String out;
    private final Thread thread = new Thread(this::run, "loop");
    private volatile boolean stopped;

    PlainLoop(final Map<String, Object> client, final String id, final String in, final String out) {
        final Map<String, Object> reads = new HashMap<>(client);
        reads.put("group.id", id);
        reads.put("enable.auto.commit", false);
        reads.put("isolation.level", "read_committed");
        reads.put("auto.offset.reset", "earliest");
        reads.put("max.poll.records", 1000);
        consumer = new KafkaConsumer<>(reads, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        final Map<String, Object> writes = new HashMap<>(client);
        writes.put("transactional.id", id);
        writes.put("linger.ms", 100);
        writes.put("compression.type", "lz4");
        writes.put("buffer.memory", 16 * 1024 * 1024);
        producer = new KafkaProducer<>(writes, new ByteArraySerializer(), new ByteArraySerializer());
        this.in = in;
        this.out = out;
    }

    void start() {
        producer.initTransactions();
        consumer.subscribe(List.of(in));
        thread.start();
    }

    private void run() {
        while (!stopped) {
            transact();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A record that is not taken fails the commit.
    private void transact() {
        final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        producer.beginTransaction();
        final long until = System.nanoTime() + TRANSACTION.toNanos();
        while (System.nanoTime() < until) {
            for (final ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                producer.send(new ProducerRecord<>(
                        out, null, record.timestamp(), record.key(), record.value(), record.headers()));
                next.put(new TopicPartition(in, record.partition()), new OffsetAndMetadata(record.offset() + 1));
            }
        }
        producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
        producer.commitTransaction();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        producer.close();
    }
}
