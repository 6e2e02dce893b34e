package marketplace.shop.bans;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.events.ProductBan;
import marketplace.schemas.Topics;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicProducer;
import marketplace.service.kafka.TopicSink;
import marketplace.service.upload.CountedReceipt;
import marketplace.service.upload.ItemSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts bans on their topic, by product id, and tombstones that lift them. */
@Singleton
final class BanTopic {
    private final TopicProducer<String, ProductBan> producer;
    private final ItemSink<ProductBan> bans;
    private final ItemSink<String> lifts;

    BanTopic(final KafkaClients clients, final Clock clock, final MeterRegistry meters) {
        producer = clients.producer("shop-api-bans", Topics.BAN_PRODUCTS);
        bans = counted(
                new TopicSink<>(producer, ban -> record(ban.getProductId(), ban), clock),
                Counter.builder("marketplace.bans")
                        .description("Bans that a quorum of brokers has")
                        .register(meters));
        lifts = counted(
                new TopicSink<>(producer, productId -> record(productId, null), clock),
                Counter.builder("marketplace.bans.lifted")
                        .description("Ends of bans that a quorum of brokers has")
                        .register(meters));
    }

    private static <T> ItemSink<T> counted(final ItemSink<T> sink, final Counter accepted) {
        return (item, receipt) -> sink.take(item, new CountedReceipt(receipt, accepted));
    }

    /** Takes bans. */
    ItemSink<ProductBan> bans() {
        return bans;
    }

    /** Takes ids of products of which the ban is lifted. */
    ItemSink<String> lifts() {
        return lifts;
    }

    private static ProducerRecord<String, ProductBan> record(final String productId, final ProductBan ban) {
        return new ProducerRecord<>(Topics.BAN_PRODUCTS.name(), productId, ban);
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
