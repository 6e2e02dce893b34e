package marketplace.shop.products;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.events.Product;
import marketplace.schemas.Topics;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicSink;
import marketplace.service.upload.ItemSink;
import marketplace.service.upload.Receipt;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts products on their topic, by product id. */
@Singleton
final class ProductTopic implements ItemSink<Product> {
    private final Producer<String, Product> producer;
    private final TopicSink<Product, String, Product> sink;

    ProductTopic(final KafkaClients clients, final Clock clock) {
        producer = clients.producer("shop-api-products", Topics.PRODUCTS);
        sink = new TopicSink<>(
                producer,
                product -> new ProducerRecord<>(Topics.PRODUCTS.name(), product.getProductId(), product),
                clock);
    }

    @Override
    public void take(final Product product, final Receipt receipt) {
        sink.take(product, receipt);
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
