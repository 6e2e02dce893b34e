package marketplace.recommendations.publish;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts a run's recommendations on their topic, all of them in one transaction: whoever reads what is committed sees the
 * whole run once, or nothing of it. A client who had recommendations and has none in this run gets a tombstone.
 *
 * <p>Whoever publishes under the same name later shuts an earlier one out, which then fails and leaves nothing behind.
 */
public final class Publisher {
    private static final String TRANSACTIONAL_ID = "recommendations";
    /** The most that brokers allow as they are set. */
    private static final int TRANSACTION_TIMEOUT_MS = 900_000;

    private final KafkaSettings settings;
    private final String topic;

    public Publisher(final KafkaSettings settings, final String topic) {
        this.settings = settings;
        this.topic = topic;
    }

    /**
     * Fails in a moment, with nothing learnt in vain, if the registry or the topic cannot be reached.
     *
     * @param runId named by what is tried and not sent
     */
    public void mustBeReachable(final String runId, final Instant startedAt) {
        final Map<String, Object> own = settings.with(Map.of());
        try (Serializer<Recommendations> serializer = Topics.RECOMMENDATIONS.serializer(own)) {
            serializer.serialize(topic, new Recommendations("*", runId, startedAt, List.of()));
        }
        TopicClients.partitions(settings, topic);
    }

    /**
     * Publishes lists: client_id, and items with product_id, rank, score, reason. They are gone through one partition
     * after the other, and are not held.
     *
     * @param startedAt when the run began
     * @throws KafkaException if they could not be published; then none is visible
     */
    public Published publish(final Dataset<Row> lists, final String runId, final Instant startedAt) {
        final Dataset<Row> gone = TopicClients.of(lists.sparkSession(), settings, topic)
                .join(lists.select("client_id"), new String[] {"client_id"}, "left_anti")
                .persist();
        try (Producer<String, Recommendations> producer = producer()) {
            producer.initTransactions();
            // What there was is read when nobody else writes any more, and before this run's records are under way.
            gone.count();
            producer.beginTransaction();
            try {
                final long published = send(producer, lists.toLocalIterator(), row -> record(row, runId, startedAt));
                final long withdrawn = send(producer, gone.toLocalIterator(), row -> null);
                producer.commitTransaction();
                return new Published(published, withdrawn);
            } catch (final RuntimeException e) {
                abort(producer, e);
                throw e;
            }
        } finally {
            gone.unpersist();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be sent fails the commit, which says so
    private long send(
            final Producer<String, Recommendations> producer,
            final Iterator<Row> rows,
            final Function<Row, Recommendations> value) {
        long count = 0;
        while (rows.hasNext()) {
            final Row row = rows.next();
            producer.send(new ProducerRecord<>(topic, row.getString(0), value.apply(row)));
            count++;
        }
        return count;
    }

    private static void abort(final Producer<String, Recommendations> producer, final RuntimeException cause) {
        try {
            producer.abortTransaction();
        } catch (final KafkaException e) {
            // The brokers abort it by themselves when its time is over.
            cause.addSuppressed(e);
        }
    }

    private Producer<String, Recommendations> producer() {
        final Map<String, Object> own = settings.with(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTIONAL_ID,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                TRANSACTION_TIMEOUT_MS,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                262_144));
        return new KafkaProducer<>(own, Topics.RECOMMENDATIONS.keySerializer(), Topics.RECOMMENDATIONS.serializer(own));
    }

    private static Recommendations record(final Row row, final String runId, final Instant startedAt) {
        final List<Row> items = row.getList(1);
        return new Recommendations(
                row.getString(0),
                runId,
                startedAt,
                items.stream().map(Publisher::product).toList());
    }

    private static RecommendedProduct product(final Row item) {
        return new RecommendedProduct(item.getString(0), item.getInt(1), item.getDouble(2), item.getString(3));
    }

    /**
     * What was published.
     *
     * @param clients who got recommendations
     * @param withdrawn who lost theirs
     */
    public record Published(long clients, long withdrawn) {}
}
