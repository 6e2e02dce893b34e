package marketplace.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.catalogue.ClusterState.TopicState;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeAclsOptions;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeUserScramCredentialsOptions;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at a cluster: two rounds of questions, those of a round all asked at once. */
final class ClusterReader {
    private final AdminCalls calls;

    ClusterReader(AdminCalls calls) {
        this.calls = calls;
    }

    /** Looks closely at the wanted topics, those of them that exist. */
    ClusterState read(Set<String> wanted) {
        Admin admin = calls.admin();
        KafkaFuture<Collection<Node>> nodes = askForNodes();
        KafkaFuture<Set<String>> names =
                admin.listTopics(calls.within(new ListTopicsOptions())).names();
        KafkaFuture<Map<String, UserScramCredentialsDescription>> users = admin.describeUserScramCredentials(
                        List.of(), calls.within(new DescribeUserScramCredentialsOptions()))
                .all();
        KafkaFuture<Collection<AclBinding>> acls = askForRights();

        Set<String> existing = calls.await("listing topics", names);
        List<String> ours = existing.stream().filter(wanted::contains).toList();
        KafkaFuture<Map<String, TopicDescription>> descriptions = admin.describeTopics(
                        ours, calls.within(new DescribeTopicsOptions()))
                .allTopicNames();
        KafkaFuture<Map<ConfigResource, Config>> configs = admin.describeConfigs(
                        ours.stream().map(ClusterReader::resource).toList(), calls.within(new DescribeConfigsOptions()))
                .all();

        return new ClusterState(
                calls.await("listing brokers", nodes).size(),
                existing,
                topics(calls.await("describing topics", descriptions), calls.await("reading configuration", configs)),
                withScram(calls.await("listing users", users)),
                new HashSet<>(calls.await("listing rights", acls)));
    }

    int brokers() {
        return calls.await("listing brokers", askForNodes()).size();
    }

    /** How far the controllers' log of decisions is; 0 if nobody may know. */
    long decided() {
        return calls.ifAnswered(calls.admin()
                        .describeMetadataQuorum(calls.within(new DescribeMetadataQuorumOptions()))
                        .quorumInfo())
                .map(quorum -> quorum.highWatermark() - 1)
                .orElse(0L);
    }

    /** How far in that log each broker is. */
    Map<Integer, Long> seenByBrokers() {
        Map<Integer, KafkaFuture<FeatureMetadata>> answers = new HashMap<>();
        calls.await("listing brokers", askForNodes())
                .forEach(node -> answers.put(
                        node.id(),
                        calls.admin()
                                .describeFeatures(calls.within(new DescribeFeaturesOptions().nodeId(node.id())))
                                .featureMetadata()));
        Map<Integer, Long> seen = new HashMap<>();
        // What a broker has finalized is as old as what it has read last.
        answers.forEach((broker, answer) -> seen.put(
                broker,
                calls.ifAnswered(answer)
                        .flatMap(FeatureMetadata::finalizedFeaturesEpoch)
                        .orElse(-1L)));
        return seen;
    }

    /** Those of the topics that some broker cannot tell the leaders of all partitions for, yet. */
    List<String> withoutLeaders(Map<String, Integer> partitions) {
        Map<String, KafkaFuture<TopicDescription>> answers = calls.admin()
                .describeTopics(partitions.keySet(), calls.within(new DescribeTopicsOptions()))
                .topicNameValues();
        List<String> missing = new ArrayList<>();
        answers.forEach((topic, answer) -> {
            // A broker that has not heard of the topic yet answers with a failure.
            boolean led = calls.ifAnswered(answer)
                    .filter(description -> description.partitions().size() >= partitions.getOrDefault(topic, 1))
                    .filter(ClusterReader::isLed)
                    .isPresent();
            if (!led) {
                missing.add(topic);
            }
        });
        return missing;
    }

    static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private KafkaFuture<Collection<AclBinding>> askForRights() {
        return calls.admin()
                .describeAcls(AclBindingFilter.ANY, calls.within(new DescribeAclsOptions()))
                .values();
    }

    private KafkaFuture<Collection<Node>> askForNodes() {
        return calls.admin()
                .describeCluster(calls.within(new DescribeClusterOptions()))
                .nodes();
    }

    private static boolean isLed(TopicDescription description) {
        return description.partitions().stream()
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    private static Map<String, TopicState> topics(
            Map<String, TopicDescription> descriptions, Map<ConfigResource, Config> configs) {
        Map<String, TopicState> topics = new HashMap<>();
        descriptions.forEach((name, description) -> {
            Config config = configs.get(resource(name));
            topics.put(
                    name,
                    new TopicState(
                            description.partitions().size(),
                            description.partitions().stream()
                                    .mapToInt(partition -> partition.replicas().size())
                                    .min()
                                    .orElse(0),
                            config == null ? Map.of() : setOnTopic(config)));
        });
        return topics;
    }

    private static Map<String, String> setOnTopic(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static Set<String> withScram(Map<String, UserScramCredentialsDescription> users) {
        return users.values().stream()
                .filter(user -> user.credentialInfos().stream()
                        .anyMatch(credential -> credential.mechanism() == ScramMechanism.SCRAM_SHA_512))
                .map(UserScramCredentialsDescription::name)
                .collect(Collectors.toSet());
    }
}
