package marketplace.catalogue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.common.acl.AclBinding;

/** One difference between a cluster or the registry and the catalogue, and the step that removes it. */
public sealed interface Change {

    /** Where it happens: a cluster's name, or {@code registry}. */
    String place();

    /** The step without its place. */
    String step();

    /** One line, for people. */
    default String description() {
        return place() + ": " + step();
    }

    record CreateTopic(String place, TopicSpec topic) implements Change {
        @Override
        public String step() {
            String config = topic.config().entrySet().stream()
                    .map(entry -> ", " + entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining());
            return "create topic " + topic.name() + " (" + Lines.count(topic.partitions(), "partition") + ", "
                    + Lines.count(topic.replication(), "replica") + config + ")";
        }
    }

    record AddPartitions(String place, String topic, int before, int after) implements Change {
        @Override
        public String step() {
            return "add partitions to topic " + topic + ": " + before + " -> " + after;
        }
    }

    /** Sets one key; {@code before} is empty when the topic went by the broker's default. */
    record SetTopicConfig(String place, String topic, String key, Optional<String> before, String after)
            implements Change {
        @Override
        public String step() {
            return "set " + key + " of topic " + topic + ": " + before.orElse("the broker's default") + " -> " + after;
        }
    }

    /** Takes back a key that somebody set and the catalogue does not name. */
    record ResetTopicConfig(String place, String topic, String key, String before) implements Change {
        @Override
        public String step() {
            return "reset " + key + " of topic " + topic + ": " + before + " -> the broker's default";
        }
    }

    record CreateUser(String place, String user) implements Change {
        @Override
        public String step() {
            return "create user " + user + " (SCRAM-SHA-512)";
        }
    }

    record GrantRight(String place, Right right) implements Change {
        @Override
        public String step() {
            return "grant " + right.principal() + " " + right.operation() + " on " + Lines.kind(right.resourceType())
                    + " " + right.pattern();
        }
    }

    record RevokeAcl(String place, AclBinding acl) implements Change {
        @Override
        public String step() {
            String host = acl.entry().host().equals("*")
                    ? ""
                    : " from host " + acl.entry().host();
            return "revoke "
                    + Right.catalogueName(acl.entry().principal()) + " "
                    + acl.entry().operation() + " on "
                    + Lines.kind(acl.pattern().resourceType()) + " "
                    + new NamePattern(acl.pattern().patternType(), acl.pattern().name()) + host;
        }
    }

    record SetCompatibility(String place, String subject, Optional<String> before, String after) implements Change {
        @Override
        public String step() {
            return "set compatibility of subject " + subject + ": " + before.orElse("the registry's default") + " -> "
                    + after;
        }
    }

    record RegisterSchema(String place, String subject, Schema schema, boolean first) implements Change {
        @Override
        public String step() {
            return "register " + schema.getFullName() + " as " + (first ? "the first version" : "a new version")
                    + " of subject " + subject;
        }
    }
}
