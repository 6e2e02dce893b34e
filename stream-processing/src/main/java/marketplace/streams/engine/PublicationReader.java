package marketplace.streams.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketplace.schemas.Topics;
import marketplace.streams.bans.Publications;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads single versions of products from {@code products}, which keeps them for ever. That a ban is lifted is rare, so
 * the consumer for it is made when it is first needed. Safe for use by many threads.
 */
final class PublicationReader implements Publications, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ONE_POLL = Duration.ofMillis(500);
    /** One record is wanted; a batch that is larger than this still comes whole. */
    private static final int LITTLE = 65_536;

    private final Map<String, Object> config;
    private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();

    /** @param client settings of a client, security included */
    PublicationReader(final Map<String, ?> client) {
        config = new HashMap<>(client);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "stream-processing-publications");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LITTLE);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LITTLE);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    }

    @Override
    public synchronized Optional<byte[]> at(final String productId, final int partition, final long offset) {
        final TopicPartition place = new TopicPartition(Topics.PRODUCTS.name(), partition);
        final KafkaConsumer<byte[], byte[]> reader = consumer();
        reader.assign(List.of(place));
        reader.seek(place, offset);
        final long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < until) {
                for (final ConsumerRecord<byte[], byte[]> record : reader.poll(ONE_POLL)) {
                    return isThatOf(productId, offset, record) ? Optional.of(record.value()) : Optional.empty();
                }
            }
        } catch (final OffsetOutOfRangeException e) {
            return Optional.empty();
        } finally {
            reader.unsubscribe();
        }
        throw new TimeoutException("No broker gave the version of product " + productId + " at " + place + ", offset "
                + offset + ", within " + PATIENCE.toSeconds() + " s");
    }

    /** The topic may have been made anew since, or compacted. */
    private static boolean isThatOf(
            final String productId, final long offset, final ConsumerRecord<byte[], byte[]> record) {
        return record.offset() == offset
                && record.value() != null
                && Arrays.equals(record.key(), productId.getBytes(StandardCharsets.UTF_8));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        if (consumer.isEmpty()) {
            consumer =
                    Optional.of(new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        }
        return consumer.get();
    }

    @Override
    public synchronized void close() {
        consumer.ifPresent(KafkaConsumer::close);
        consumer = Optional.empty();
    }
}
