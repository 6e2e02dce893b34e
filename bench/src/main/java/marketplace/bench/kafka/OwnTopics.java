package marketplace.bench.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics that are made for a benchmark, like those of the marketplace, and deleted after it. */
public final class OwnTopics implements AutoCloseable {
    private final Admin admin;
    private final List<String> made = new ArrayList<>();

    public OwnTopics(final Clients clients) {
        admin = clients.admin();
    }

    /** What a topic for a purpose is called. */
    public static String name(final String purpose) {
        return "bench-" + purpose;
    }

    /** Makes a topic with as many partitions and copies as another, and with its configuration. */
    public String like(final String other, final String purpose) throws IOException, InterruptedException {
        final String name = name(purpose);
        final TopicDescription model = KafkaAnswers.of(
                        admin.describeTopics(List.of(other)).allTopicNames())
                .get(other);
        final ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, other);
        final Config config =
                KafkaAnswers.of(admin.describeConfigs(List.of(resource)).all()).get(resource);
        final Map<String, String> own = new HashMap<>();
        for (final ConfigEntry entry : config.entries()) {
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                own.put(entry.name(), entry.value());
            }
        }
        final NewTopic topic = new NewTopic(name, Optional.of(model.partitions().size()), Optional.of((short)
                model.partitions().get(0).replicas().size()));
        make(topic.configs(own));
        made.add(name);
        return name;
    }

    /** One that a killed run left behind is as good: it is read from its end. */
    private void make(final NewTopic topic) throws IOException, InterruptedException {
        try {
            KafkaAnswers.of(admin.createTopics(List.of(topic)).all());
        } catch (final IOException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        final boolean wasInterrupted = Thread.interrupted();
        try (admin) {
            KafkaAnswers.of(admin.deleteTopics(made).all());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
