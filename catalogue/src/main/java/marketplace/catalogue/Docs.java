package marketplace.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.ResourceType;

/** Writes the catalogue as Markdown. */
final class Docs {
    static final String BEGIN = "<!-- topics:begin -->";
    static final String END = "<!-- topics:end -->";

    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private Docs() {}

    /** The table of topics and the table of principals. */
    static String of(Catalogue catalogue) {
        return topics(catalogue) + "\n" + principals(catalogue);
    }

    /** What stands between the two markers of a file. */
    static String between(String file, String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new CatalogueException(List.of(file + ": the lines " + BEGIN + " and " + END + " are not there"));
        }
        return text.substring(begin + BEGIN.length(), end).strip() + "\n";
    }

    /** Replaces what stands between the two markers of a file. */
    static void write(Path file, String docs) {
        try {
            String text = Files.readString(file);
            between(file.toString(), text);
            Files.writeString(
                    file,
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n" + docs
                            + text.substring(text.indexOf(END)));
        } catch (IOException e) {
            throw new CatalogueException(List.of(file + ": cannot be written: " + Lines.reason(e)));
        }
    }

    private static String topics(Catalogue catalogue) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("topic", "cluster", "key", "value", "kept", "written by", "read by", "what it is"));
        for (TopicSpec topic : catalogue.topics()) {
            rows.add(List.of(
                    code(topic.name()),
                    topic.cluster().label() + (topic.mirrored() ? ", mirrored" : ""),
                    topic.key(),
                    topic.value()
                            .map(name -> name.substring(name.lastIndexOf('.') + 1))
                            .orElse("bytes"),
                    kept(topic),
                    list(topic.writtenBy()),
                    list(topic.readBy()),
                    topic.about()));
        }
        return table(rows);
    }

    private static String principals(Catalogue catalogue) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("principal", "cluster", "may", "what it is"));
        for (Principal principal : catalogue.principals()) {
            for (Cluster cluster : Cluster.values()) {
                if (principal.livesOn(cluster)) {
                    rows.add(List.of(
                            code(principal.name()),
                            cluster.label(),
                            may(catalogue, principal, cluster),
                            principal.about()));
                }
            }
        }
        return table(rows);
    }

    /** Resources with the same operations are told together. */
    private static String may(Catalogue catalogue, Principal principal, Cluster cluster) {
        Map<ResourceType, Map<String, Set<AclOperation>>> byResource = new TreeMap<>();
        for (Right right : catalogue.rightsOn(cluster)) {
            if (right.principal().equals(principal.name())) {
                byResource
                        .computeIfAbsent(right.resourceType(), type -> new TreeMap<>())
                        .computeIfAbsent(right.pattern(), pattern -> new TreeSet<>())
                        .add(right.operation());
            }
        }
        List<String> sentences = new ArrayList<>();
        byResource.forEach((type, operations) -> {
            Map<String, List<String>> names = new LinkedHashMap<>();
            operations.forEach((name, allowed) -> names.computeIfAbsent(
                            allowed.stream().map(AclOperation::name).collect(Collectors.joining(", ")),
                            key -> new ArrayList<>())
                    .add(code(name)));
            names.forEach((allowed, resources) -> sentences.add(
                    allowed + " on " + kind(type, resources.size()) + " " + String.join(", ", resources)));
        });
        return String.join("; ", sentences);
    }

    private static String kind(ResourceType type, int number) {
        String name = Lines.kind(type);
        return number == 1 ? name : name + "s";
    }

    private static String kept(TopicSpec topic) {
        String policy = topic.config().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
        if (policy.equals("compact")) {
            return "the last of each key";
        }
        String retention = topic.config().get(TopicConfig.RETENTION_MS_CONFIG);
        if (retention == null) {
            return "as long as the broker's default";
        }
        long ms = Long.parseLong(retention);
        String time = ms < 0 ? "for ever" : ms % DAY_MS == 0 ? Lines.count((int) (ms / DAY_MS), "day") : ms + " ms";
        return policy.equals("delete") ? time : "the last of each key, " + time;
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells =
                    rows.get(i).stream().map(cell -> cell.replace("|", "\\|")).toList();
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (i == 0) {
                String[] dashes = new String[cells.size()];
                Arrays.fill(dashes, "---");
                table.append('|').append(String.join("|", dashes)).append("|\n");
            }
        }
        return table.toString();
    }
}
