package marketplace.catalogue;

import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * A name as the catalogue writes it: {@code products} is itself, {@code mm2-*} is every name with that beginning, and
 * {@code *} is every name.
 */
record NamePattern(PatternType type, String name) {

    static NamePattern of(String text) {
        if (text.equals(ResourcePattern.WILDCARD_RESOURCE) || !text.endsWith("*")) {
            return new NamePattern(PatternType.LITERAL, text);
        }
        return new NamePattern(PatternType.PREFIXED, text.substring(0, text.length() - 1));
    }

    boolean matches(String candidate) {
        return type == PatternType.PREFIXED
                ? candidate.startsWith(name)
                : name.equals(ResourcePattern.WILDCARD_RESOURCE) || name.equals(candidate);
    }

    @Override
    public String toString() {
        return type == PatternType.PREFIXED ? name + "*" : name;
    }
}
