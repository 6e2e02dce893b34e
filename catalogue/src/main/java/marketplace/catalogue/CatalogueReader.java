package marketplace.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketplace.catalogue.Section.Problems;
import org.apache.kafka.common.config.TopicConfig;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalogue file, and says all that is wrong with it at once. */
final class CatalogueReader {
    private static final String DEAD_LETTER_RETENTION_MS = "1209600000"; // 14 days
    private static final int MAXIMUM_PARTITIONS = 10_000;
    private static final int MAXIMUM_REPLICATION = 100;
    private static final Set<String> TOPIC_CONFIGS = topicConfigs();
    private static final List<String> TOPIC_KEYS = List.of(
            "name",
            "about",
            "cluster",
            "mirrored",
            "partitions",
            "replication",
            "config",
            "key",
            "value",
            "written-by",
            "read-by");
    private final Problems problems;

    private CatalogueReader(String file) {
        problems = new Problems(file);
    }

    static Catalogue resource(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        try (InputStream stream = CatalogueReader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new CatalogueException(List.of(file + ": is not on the class path"));
            }
            return read(file, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Catalogue file(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(file.toString(), reader);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    static Catalogue read(String file, Reader yaml) {
        CatalogueReader reader = new CatalogueReader(file);
        Catalogue catalogue = reader.catalogue(compose(file, yaml));
        if (!reader.problems.lines().isEmpty()) {
            throw new CatalogueException(reader.problems.lines());
        }
        return catalogue;
    }

    private static CatalogueException unreadable(String file, IOException e) {
        return new CatalogueException(List.of(file + ": cannot be read: " + Lines.reason(e)));
    }

    private static Node compose(String file, Reader yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
            if (root == null) {
                throw new CatalogueException(List.of(file + ": is empty"));
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogueException(List.of(file + ":" + line + ": is not YAML: " + Lines.single(e.getProblem())));
        } catch (YAMLException e) {
            throw new CatalogueException(List.of(file + ": is not YAML: " + Lines.reason(e)));
        }
    }

    private Catalogue catalogue(Node root) {
        Section file = Section.of("the file", root, List.of("defaults", "topics", "principals"), problems);
        Section unnamed = file.called("");
        if (!file.has("topics")) {
            file.problem("topics is missing");
        }
        if (!file.has("principals")) {
            file.problem("principals is missing");
        }
        Defaults defaults = defaults(unnamed.section("defaults", List.of("partitions", "replication", "config")));
        List<Principal> principals = unnamed.sections("principals", PrincipalReader.KEYS, PrincipalReader::principal);
        Map<String, Principal> byName = new HashMap<>();
        principals.forEach(principal -> byName.putIfAbsent(principal.name(), principal));
        List<TopicSpec> topics =
                new ArrayList<>(unnamed.sections("topics", TOPIC_KEYS, topic -> topic(topic, defaults, byName)));
        onceEach("topic", topics.stream().map(TopicSpec::name).toList());
        onceEach("principal", principals.stream().map(Principal::name).toList());
        Set<String> declared = topics.stream().map(TopicSpec::name).collect(Collectors.toSet());
        for (Principal principal : principals) {
            if (principal.deadLetters() && declared.contains(principal.deadLetterTopic())) {
                problems.add("topic " + principal.deadLetterTopic() + " is there, and principal " + principal.name()
                        + " with dead-letters: true makes it too");
            } else if (principal.deadLetters()) {
                principal.clusters().stream()
                        .sorted()
                        .forEach(cluster -> topics.add(deadLetters(principal, cluster, defaults)));
            }
        }
        return new Catalogue(topics, principals);
    }

    private record Defaults(int partitions, int replication, Map<String, String> config) {}

    private Defaults defaults(Section defaults) {
        return new Defaults(
                defaults.positive("partitions", MAXIMUM_PARTITIONS).orElse(1),
                defaults.positive("replication", MAXIMUM_REPLICATION).orElse(1),
                config(defaults));
    }

    private static Map<String, String> config(Section section) {
        Map<String, String> config = section.map("config");
        config.keySet().stream()
                .filter(key -> !TOPIC_CONFIGS.contains(key))
                .forEach(key -> section.problemAt("config", "Kafka knows no topic configuration " + key));
        return config;
    }

    private static TopicSpec topic(Section unnamed, Defaults defaults, Map<String, Principal> principals) {
        String name = unnamed.requiredText("name");
        Section topic = name.isEmpty() ? unnamed : unnamed.called("topic " + name);
        topic.checkName(name);
        Cluster cluster = topic.has("cluster")
                ? topic.cluster("cluster", topic.text("cluster").orElse("")).orElse(Cluster.PRIMARY)
                : missingCluster(topic);
        boolean mirrored = topic.flag("mirrored");
        if (mirrored && cluster != Cluster.PRIMARY) {
            topic.problemAt("mirrored", "only topics of the primary cluster are mirrored");
        }
        int replication = topic.positive("replication", MAXIMUM_REPLICATION).orElse(defaults.replication());
        Map<String, String> config = new HashMap<>(defaults.config());
        config.putAll(config(topic));
        minimumInSync(topic, config, replication);
        List<String> writers = topic.texts("written-by");
        for (String writer : known(topic, "written-by", writers, principals)) {
            if (!principals.get(writer).livesOn(cluster)) {
                topic.problemAt("written-by", writer + " does not live on the " + cluster.label() + " cluster");
            }
        }
        List<String> readers = topic.texts("read-by");
        for (String reader : known(topic, "read-by", readers, principals)) {
            if (!mirrored && !principals.get(reader).livesOn(cluster)) {
                topic.problemAt(
                        "read-by",
                        reader + " does not live on the " + cluster.label()
                                + " cluster, and the topic is not mirrored");
            }
        }
        return new TopicSpec(
                name,
                topic.requiredText("about"),
                cluster,
                mirrored,
                topic.positive("partitions", MAXIMUM_PARTITIONS).orElse(defaults.partitions()),
                replication,
                config,
                topic.requiredText("key"),
                topic.text("value"),
                writers,
                readers);
    }

    private static Cluster missingCluster(Section topic) {
        topic.problem("cluster is missing");
        return Cluster.PRIMARY;
    }

    private static Set<String> known(Section topic, String key, List<String> names, Map<String, Principal> principals) {
        Set<String> known = new TreeSet<>();
        for (String name : names) {
            if (principals.containsKey(name)) {
                known.add(name);
            } else {
                topic.problemAt(key, "unknown principal " + name);
            }
        }
        return known;
    }

    private static void minimumInSync(Section topic, Map<String, String> config, int replication) {
        String minimum = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        if (minimum == null) {
            return;
        }
        try {
            int number = Integer.parseInt(minimum);
            if (number < 1 || number > replication) {
                topic.problem(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " " + number + " does not fit replication "
                        + replication);
            }
        } catch (NumberFormatException e) {
            topic.problem(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " " + minimum + " is not a whole number");
        }
    }

    private static TopicSpec deadLetters(Principal principal, Cluster cluster, Defaults defaults) {
        Map<String, String> config = new HashMap<>(defaults.config());
        config.put(TopicConfig.RETENTION_MS_CONFIG, DEAD_LETTER_RETENTION_MS);
        return new TopicSpec(
                principal.deadLetterTopic(),
                "What " + principal.name() + " could not process, with headers that say why.",
                cluster,
                false,
                defaults.partitions(),
                defaults.replication(),
                config,
                "the record's",
                Optional.empty(),
                List.of(principal.name()),
                List.of());
    }

    private void onceEach(String what, List<String> names) {
        Set<String> seen = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        for (String name : names) {
            if (!seen.add(name) && told.add(name) && !name.isEmpty()) {
                problems.add(what + " " + name + " is there twice");
            }
        }
    }

    /** Kafka's own list of topic configurations, so that a misspelt one is found before a broker sees it. */
    private static Set<String> topicConfigs() {
        Set<String> names = new TreeSet<>();
        for (Field field : TopicConfig.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && field.getName().toUpperCase(Locale.ROOT).endsWith("_CONFIG")) {
                try {
                    names.add((String) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("A public constant cannot be read: " + field, e);
                }
            }
        }
        // The brokers keep the names of these two to themselves.
        names.add("leader.replication.throttled.replicas");
        names.add("follower.replication.throttled.replicas");
        return names;
    }
}
