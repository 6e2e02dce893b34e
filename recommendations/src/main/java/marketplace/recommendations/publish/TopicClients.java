package marketplace.recommendations.publish;

import static org.apache.spark.sql.functions.expr;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/** The clients who have recommendations on a topic, read by as many tasks as it has partitions. */
final class TopicClients implements FlatMapFunction<Integer, Row>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final StructType RECORD = new StructType()
            .add("client_id", DataTypes.StringType, false)
            .add("offset", DataTypes.LongType, false)
            .add("live", DataTypes.BooleanType, false);

    private final KafkaSettings settings;
    private final String topic;

    private TopicClients(final KafkaSettings settings, final String topic) {
        this.settings = settings;
        this.topic = topic;
    }

    /** client_id of everybody whose newest record is not a tombstone. */
    static Dataset<Row> of(final SparkSession spark, final KafkaSettings settings, final String topic) {
        final TopicClients reader = new TopicClients(settings, topic);
        final List<Integer> partitions = partitions(settings, topic);
        return spark.createDataset(partitions, Encoders.INT())
                .repartition(partitions.size())
                .flatMap(reader, Encoders.row(RECORD))
                .groupBy("client_id")
                .agg(expr("max_by(live, offset) AS live"))
                .where("live")
                .select("client_id");
    }

    static List<Integer> partitions(final KafkaSettings settings, final String topic) {
        try (Consumer<String, byte[]> consumer = consumer(settings)) {
            return consumer.partitionsFor(topic).stream()
                    .map(info -> info.partition())
                    .toList();
        }
    }

    private static Consumer<String, byte[]> consumer(final KafkaSettings settings) {
        return new KafkaConsumer<>(
                settings.with(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public Iterator<Row> call(final Integer partition) {
        final PartitionRecords records = new PartitionRecords(consumer(settings), new TopicPartition(topic, partition));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> records.close());
        return records;
    }

    /** A partition from its beginning to where its end was when this was made. */
    private static final class PartitionRecords implements Iterator<Row>, AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(1);

        private final Consumer<String, byte[]> consumer;
        private final TopicPartition partition;
        private final long end;
        private final Deque<ConsumerRecord<String, byte[]>> polled = new ArrayDeque<>();

        PartitionRecords(final Consumer<String, byte[]> consumer, final TopicPartition partition) {
            this.consumer = consumer;
            this.partition = partition;
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            this.end = consumer.endOffsets(List.of(partition)).get(partition);
        }

        @Override
        public boolean hasNext() {
            // The position also passes what is no record: marks of transactions, and records that were compacted away.
            while (polled.isEmpty() && consumer.position(partition) < end) {
                consumer.poll(PATIENCE).records(partition).forEach(polled::add);
            }
            return !polled.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            final ConsumerRecord<String, byte[]> each = polled.remove();
            return RowFactory.create(each.key(), each.offset(), each.value() != null);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
