package marketplace.catalogue;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A cluster as it is.
 *
 * @param brokers how many are up
 * @param topicNames all topics, the internal ones excluded
 * @param topics those of the catalogue that exist
 * @param users those with a SCRAM-SHA-512 credential
 */
record ClusterState(
        int brokers, Set<String> topicNames, Map<String, TopicState> topics, Set<String> users, Set<AclBinding> acls) {

    /**
     * A topic as it is.
     *
     * @param config what was set on the topic itself
     */
    record TopicState(int partitions, int replication, Map<String, String> config) {
        TopicState {
            config = Map.copyOf(config);
        }
    }

    ClusterState {
        topicNames = Set.copyOf(topicNames);
        topics = Map.copyOf(topics);
        users = Set.copyOf(users);
        acls = Set.copyOf(acls);
    }

    ClusterState withBrokers(int number) {
        return new ClusterState(number, topicNames, topics, users, acls);
    }
}
