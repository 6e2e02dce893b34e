package marketplace.catalogue;

import java.util.Comparator;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that one principal may do, from any host. What Kafka's authorizer implies (DESCRIBE with READ or WRITE) is
 * not listed.
 */
public record Right(
        String principal, ResourceType resourceType, PatternType patternType, String name, AclOperation operation)
        implements Comparable<Right> {

    private static final String USER = "User:";
    private static final Comparator<Right> ORDER = Comparator.comparing(Right::principal)
            .thenComparing(Right::resourceType)
            .thenComparing(Right::name)
            .thenComparing(Right::patternType)
            .thenComparing(Right::operation);

    static Right on(String principal, ResourceType type, String pattern, AclOperation operation) {
        NamePattern parsed = NamePattern.of(pattern);
        return new Right(principal, type, parsed.type(), parsed.name(), operation);
    }

    /** The name as the catalogue writes it, with a trailing {@code *} for a prefix. */
    public String pattern() {
        return new NamePattern(patternType, name).toString();
    }

    /** This right as Kafka stores it. */
    public AclBinding toBinding() {
        return new AclBinding(
                new ResourcePattern(resourceType, name, patternType),
                new AccessControlEntry(kafkaName(principal), "*", operation, AclPermissionType.ALLOW));
    }

    static String kafkaName(String principal) {
        return USER + principal;
    }

    static String catalogueName(String kafkaPrincipal) {
        return kafkaPrincipal.startsWith(USER) ? kafkaPrincipal.substring(USER.length()) : kafkaPrincipal;
    }

    @Override
    public int compareTo(Right other) {
        return ORDER.compare(this, other);
    }
}
