package marketplace.streams.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import marketplace.catalogue.Cluster;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.events.SearchEvent;
import marketplace.events.SearchTrend;
import marketplace.schemas.Topic;
import marketplace.schemas.Topics;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Shops, moderators and clients of a test, and what they see: committed records only. */
final class Market implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Product> products;
    private final Serializer<ProductBan> bans;
    private final Serializer<SearchEvent> searches;
    private final List<Future<?>> sent = new ArrayList<>();

    Market(final RunningEngines engines) {
        settings = engines.admin(Cluster.PRIMARY);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        products = Topics.PRODUCTS.serializer(settings);
        bans = Topics.BAN_PRODUCTS.serializer(settings);
        searches = Topics.SEARCH_PRODUCTS.serializer(settings);
    }

    void publish(final Product product) {
        send(Topics.PRODUCTS, product.getProductId(), products.serialize(Topics.PRODUCTS.name(), product));
    }

    void ban(final ProductBan ban) {
        send(Topics.BAN_PRODUCTS, ban.getProductId(), bans.serialize(Topics.BAN_PRODUCTS.name(), ban));
    }

    void lift(final String id) {
        send(Topics.BAN_PRODUCTS, id, null);
    }

    void search(final SearchEvent search) {
        send(Topics.SEARCH_PRODUCTS, search.getQueryId(), searches.serialize(Topics.SEARCH_PRODUCTS.name(), search));
    }

    void send(final Topic<String, ?> topic, final String key, final byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key, value)));
    }

    /** Returns when brokers have all that was sent. */
    void flush() {
        producer.flush();
        sent.forEach(each -> {
            try {
                each.get();
            } catch (final InterruptedException | ExecutionException e) {
                throw new AssertionError("A record of the test was not taken", e);
            }
        });
        sent.clear();
    }

    /** What was allowed, in order, of products whose ids begin so. */
    List<ConsumerRecord<String, Product>> allowed(final String prefix) {
        return read(Topics.ALLOWED_PRODUCTS.name(), prefix, Topics.ALLOWED_PRODUCTS.deserializer(settings));
    }

    List<ConsumerRecord<String, byte[]>> deadLetters(final String prefix) {
        return read(Topics.deadLetters("stream-processing").name(), prefix, new ByteArrayDeserializer());
    }

    /** How often a query was asked in all windows, and how often it found nothing. */
    List<Integer> searches(final String query) {
        final Map<Object, SearchTrend> last = new HashMap<>();
        read(Topics.SEARCH_TRENDS.name(), query, Topics.SEARCH_TRENDS.deserializer(settings))
                .forEach(record -> last.put(record.value().getWindowStart(), record.value()));
        return List.of(
                (int) last.values().stream().mapToLong(SearchTrend::getSearches).sum(),
                (int) last.values().stream().mapToLong(SearchTrend::getZeroHits).sum());
    }

    private <V> List<ConsumerRecord<String, V>> read(
            final String topic, final String prefix, final Deserializer<V> values) {
        flush();
        final Map<String, Object> committed = new HashMap<>(settings);
        committed.put("isolation.level", "read_committed");
        final List<ConsumerRecord<String, V>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(committed, new StringDeserializer(), values)) {
            final List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (final ConsumerRecord<String, V> record : consumer.poll(LOOK)) {
                    if (record.key() != null && record.key().startsWith(prefix)) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
    }
}
