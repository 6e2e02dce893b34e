package marketplace.shop.products;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicProducer;
import marketplace.service.kafka.TopicSink;
import marketplace.service.upload.CountedReceipt;
import marketplace.service.upload.ItemSink;
import marketplace.service.upload.Receipt;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts products on their topic, by product id. */
@Singleton
final class ProductTopic implements ItemSink<Product> {
    private final TopicProducer<String, Product> producer;
    private final TopicSink<Product, String, Product> sink;
    private final Counter accepted;

    ProductTopic(final KafkaClients clients, final Clock clock, final MeterRegistry meters) {
        producer = clients.producer("shop-api-products", Topics.PRODUCTS);
        sink = new TopicSink<>(
                producer,
                product -> new ProducerRecord<>(Topics.PRODUCTS.name(), product.getProductId(), product),
                clock);
        accepted = Counter.builder("marketplace.products.accepted")
                .description("Products that a quorum of brokers has")
                .register(meters);
    }

    @Override
    public void take(final Product product, final Receipt receipt) {
        sink.take(product, new CountedReceipt(receipt, accepted));
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
