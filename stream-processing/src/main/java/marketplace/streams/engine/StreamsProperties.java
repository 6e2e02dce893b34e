package marketplace.streams.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import marketplace.streams.faults.UnprocessableRecords;
import marketplace.streams.faults.UnreadableRecords;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams. */
final class StreamsProperties {
    static final String APPLICATION_ID = "stream-processing";

    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    private StreamsProperties() {}

    /**
     * Defaults that hold what the service promises, and over them what the client's settings say.
     *
     * @param client settings of a client, {@code state.dir}, and any key of Kafka Streams that is to be another than here
     */
    static Properties of(final Map<String, ?> client) {
        final Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // What is written is seen when it is committed. Where commits take long, what is done between two of them must
        // be worth it: with 100 ms a full machine waits for its transactions most of the time.
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 250);
        // So soon it is seen that no more comes, and what there was is worth a commit.
        all.put(StreamsConfig.POLL_MS_CONFIG, 50);
        // The broker's own: three copies on three brokers, one where there is one.
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        // Names of internal topics stay when the topology changes.
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecords.class);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 4L * 1024 * 1024);
        all.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        consumer(all, stateFolder(client));
        producer(all);
        all.putAll(client);

        final Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static Path stateFolder(final Map<String, ?> client) {
        final Object folder = client.get(StreamsConfig.STATE_DIR_CONFIG);
        if (folder == null) {
            throw new ConfigException(StreamsConfig.STATE_DIR_CONFIG + " is needed: a folder that is kept");
        }
        return Path.of(folder.toString());
    }

    private static void consumer(final Map<String, Object> all, final Path stateFolder) {
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), Identity.of(stateFolder));
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        // What comes within a tenth of a second is processed together, well within the time of one commit.
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 16 * 1024);
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
        all.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
    }

    private static void producer(final Map<String, Object> all) {
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Out of a backlog batches become as large as they may; with the usual 16 KB a transaction is hundreds of them.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        // A transaction that follows the one before too closely is sent again: soon, as a commit takes but a moment.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 16 * 1024 * 1024);
        // What a broker took once it takes again, with the headers of a dead letter: it says what is too large.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), TWO_MEGABYTES);
    }
}
