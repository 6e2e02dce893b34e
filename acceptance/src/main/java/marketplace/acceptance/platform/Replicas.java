package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.TopicSpec;
import marketplace.tool.platform.Platform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** How the topics of a cluster stand on its brokers, as the operator sees it. */
public final class Replicas implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final List<TopicSpec> topics;

    public Replicas(final Platform platform, final Catalogue catalogue, final Cluster cluster) throws IOException {
        this.admin = Admin.create(platform.client(cluster.label(), "operator"));
        this.topics = catalogue.topicsOn(cluster);
    }

    /** How many topics there are to be. */
    public int topics() {
        return topics.size();
    }

    /** How many partitions there are to be. */
    public int partitions() {
        return topics.stream().mapToInt(TopicSpec::partitions).sum();
    }

    /** How many brokers answer. */
    public int brokers() throws IOException, InterruptedException {
        return answer(admin.describeCluster().nodes()).size();
    }

    /** Each partition that has not as many replicas in sync as the catalogue says, in a few words. */
    public List<String> lacking() throws IOException, InterruptedException {
        final List<String> lacking = new ArrayList<>();
        final Map<String, TopicDescription> described =
                answer(admin.describeTopics(topics.stream().map(TopicSpec::name).toList())
                        .allTopicNames());
        for (final TopicSpec topic : topics) {
            final TopicDescription found = described.get(topic.name());
            if (found.partitions().size() != topic.partitions()) {
                lacking.add(
                        topic.name() + " has " + found.partitions().size() + " partitions, not " + topic.partitions());
            }
            found.partitions().stream()
                    .filter(partition -> partition.replicas().size() != topic.replication()
                            || partition.isr().size() != topic.replication())
                    .forEach(partition -> lacking.add(topic.name() + " " + partition.partition() + " has "
                            + partition.isr().size() + " of " + topic.replication() + " replicas in sync"));
        }
        return lacking;
    }

    /** The topics that do not ask for as many replicas in sync as the catalogue says. */
    public List<String> wrongMinimum() throws IOException, InterruptedException {
        final Map<ConfigResource, Config> configs = answer(
                admin.describeConfigs(topics.stream().map(Replicas::resource).toList())
                        .all());
        return topics.stream()
                .filter(topic -> !topic.config()
                        .getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "")
                        .equals(configs.get(resource(topic))
                                .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                                .value()))
                .map(TopicSpec::name)
                .toList();
    }

    private static ConfigResource resource(final TopicSpec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T answer(final Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final ExecutionException e) {
            throw new IOException("Kafka refused: " + e.getCause().getMessage(), e.getCause());
        } catch (final TimeoutException e) {
            throw new IOException("Kafka did not answer within " + PATIENCE_SECONDS + " s", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
