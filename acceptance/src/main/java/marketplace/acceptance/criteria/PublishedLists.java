package marketplace.acceptance.criteria;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import marketplace.acceptance.platform.Sighting;
import marketplace.catalogue.Cluster;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.schemas.Topics;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The lists of one run as they stand on the topic, as far as the lookout remembers.
 *
 * @param count how many lists
 * @param products every product that is in one of them
 */
record PublishedLists(long count, Set<String> products) {
    static PublishedLists of(final Ground ground, final String runId) throws IOException {
        final String topic = Topics.RECOMMENDATIONS.name();
        final Set<String> products = new HashSet<>();
        long count = 0;
        try (Deserializer<Recommendations> reader = Topics.RECOMMENDATIONS.deserializer(
                Map.of("schema.registry.url", ground.platform().address("schema-registry")))) {
            for (final Sighting sighting : ground.lookout().seen(Cluster.TARGET, topic)) {
                if (sighting.isTombstone()) {
                    continue;
                }
                final Recommendations list =
                        reader.deserialize(topic, sighting.record().value());
                if (list.getRunId().equals(runId)) {
                    count++;
                    list.getItems().stream()
                            .map(RecommendedProduct::getProductId)
                            .forEach(products::add);
                }
            }
        }
        return new PublishedLists(count, products);
    }
}
