package marketplace.streams.bans;

import java.util.Map;
import marketplace.events.Product;
import marketplace.events.ProductBan;
import marketplace.schemas.Topic;
import marketplace.schemas.Topics;
import marketplace.service.log.LimitedLog;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * {@code allowed-products} carries the products that are published and not banned, whichever was first.
 *
 * <pre>
 * products ─────► publications ─┐
 *                      │        ├─► allowed-products
 *                  standings    │
 *                      │        │
 * ban-products ──────► bans ────┘
 * </pre>
 *
 * <p>The three topics are partitioned alike, so one task sees all of a product.
 */
public final class BanFilter {
    private BanFilter() {}

    /**
     * Adds the filter.
     *
     * @param config of a client, for what reads values
     * @param publications where versions are found that come back
     * @param times tells the times of records
     * @param log what happens to products is told here
     */
    public static void addTo(
            final StreamsBuilder builder,
            final Map<String, ?> config,
            final Publications publications,
            final TimestampExtractor times,
            final LimitedLog log) {
        final BanStory story = new BanStory(log);
        final Rush rush = new Rush();
        builder.addStateStore(Standings.builder());
        final KStream<String, byte[]> published = source(
                        builder, Topics.PRODUCTS, versions(Topics.PRODUCTS.deserializer(config)), times)
                .process(() -> new PublicationProcessor(story, rush), Named.as("publications"), Standings.NAME);
        final KStream<String, byte[]> moderated = source(
                        builder, Topics.BAN_PRODUCTS, bans(Topics.BAN_PRODUCTS.deserializer(config)), times)
                .process(() -> new BanProcessor(publications, story), Named.as("bans"), Standings.NAME);
        published
                .merge(moderated, Named.as("allowed"))
                .to(
                        Topics.ALLOWED_PRODUCTS.name(),
                        Produced.with(Topics.ALLOWED_PRODUCTS.keySerde(), Serdes.ByteArray())
                                .withName("allowed-products"));
    }

    private static <V> KStream<String, V> source(
            final StreamsBuilder builder,
            final Topic<String, ?> topic,
            final Serde<V> values,
            final TimestampExtractor times) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.keySerde(), values)
                        .withTimestampExtractor(times)
                        .withName(topic.name()));
    }

    /** A version is read to see that it is whole, what it is called and whose it is; what goes on is its bytes. */
    private static Serde<ProductVersion> versions(final Deserializer<Product> products) {
        return readOnly((topic, bytes) -> bytes == null ? null : version(products.deserialize(topic, bytes), bytes));
    }

    private static ProductVersion version(final Product product, final byte[] bytes) {
        return new ProductVersion(Words.of(product.getName()), product.getStoreId(), bytes);
    }

    private static Serde<ProductBan> bans(final Deserializer<ProductBan> bans) {
        return readOnly(bans);
    }

    private static <V> Serde<V> readOnly(final Deserializer<V> deserializer) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    throw new UnsupportedOperationException("Only read, never written: " + topic);
                },
                deserializer);
    }
}
