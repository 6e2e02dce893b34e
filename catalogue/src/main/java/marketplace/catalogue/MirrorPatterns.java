package marketplace.catalogue;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What MirrorMaker is to carry over, in its own words: regular expressions with commas between them. */
public final class MirrorPatterns {
    private MirrorPatterns() {}

    /** For its setting {@code primary->target.topics}. */
    public static String topics(Catalogue catalogue) {
        return joined(catalogue.mirroredTopics().stream().map(TopicSpec::name));
    }

    /** For its setting {@code primary->target.groups}. */
    public static String groups(Catalogue catalogue) {
        return joined(catalogue.groupsToMirror().stream());
    }

    private static String joined(Stream<String> patterns) {
        return patterns.map(pattern -> pattern.replace(".", "\\.").replace("*", ".*"))
                .collect(Collectors.joining(","));
    }
}
