package marketplace.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the catalogue file. Hands out typed values, and takes note of what is wrong instead of stopping: an
 * unusable value is answered as if it were not there.
 */
final class Section {
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private final String place;
    private final Node node;
    private final Problems problems;
    private final Map<String, Node> values;

    /** Everything that is wrong with a file, each with its line. */
    static final class Problems {
        private final String file;
        private final List<String> lines = new ArrayList<>();

        Problems(String file) {
            this.file = file;
        }

        void add(Node at, String place, String what) {
            int line = at.getStartMark() == null ? 1 : at.getStartMark().getLine() + 1;
            lines.add(file + ":" + line + ": " + (place.isEmpty() ? "" : place + ": ") + what);
        }

        void add(String what) {
            lines.add(file + ": " + what);
        }

        List<String> lines() {
            return lines;
        }
    }

    private Section(String place, Node node, Map<String, Node> values, Problems problems) {
        this.place = place;
        this.node = node;
        this.values = values;
        this.problems = problems;
    }

    /** Reads a mapping whose keys can be only those. */
    static Section of(String place, Node node, List<String> known, Problems problems) {
        Section section = new Section(place, node, entries(place, node, problems), problems);
        section.values.forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(value, place, "unknown key " + key + " (known: " + String.join(", ", known) + ")");
            }
        });
        return section;
    }

    /** The same mapping, called something better now that its name is known. */
    Section called(String betterPlace) {
        return new Section(betterPlace, node, values, problems);
    }

    void problem(String what) {
        problems.add(node, place, what);
    }

    void problemAt(String key, String what) {
        problems.add(values.getOrDefault(key, node), place, key + ": " + what);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).flatMap(value -> scalar(key, value));
    }

    String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            problem(key + " is missing");
        }
        return text.orElse("");
    }

    boolean flag(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            problemAt(key, text.get() + " is neither true nor false");
        }
        return text.filter("true"::equals).isPresent();
    }

    OptionalInt positive(String key, int maximum) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= 1 && number <= maximum) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        problemAt(key, text.get() + " is not a whole number from 1 to " + maximum);
        return OptionalInt.empty();
    }

    /** A list of texts; empty when the key is not there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            scalar(key, item).ifPresent(text -> {
                if (texts.contains(text)) {
                    problems.add(item, place, key + ": " + text + " is listed twice");
                } else {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    /** A mapping of free keys to texts; empty when the key is not there. */
    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Node value = values.get(key);
        if (value != null) {
            entries(place + ", " + key, value, problems)
                    .forEach((name, text) -> scalar(key + "." + name, text).ifPresent(scalar -> map.put(name, scalar)));
        }
        return map;
    }

    /** A mapping with known keys; one without any entry when the key is not there. */
    Section section(String key, List<String> known) {
        Node value = values.get(key);
        return value == null
                ? new Section(key, node, Map.of(), problems)
                : of(place.isEmpty() ? key : place + ", " + key, value, known, problems);
    }

    /** A list of mappings, each read by the function from its place in the list. */
    <T> List<T> sections(String key, List<String> known, Function<Section, T> reader) {
        List<T> read = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String label = key + "[" + i + "]";
            read.add(reader.apply(of(place.isEmpty() ? label : place + ", " + label, items.get(i), known, problems)));
        }
        return read;
    }

    /** The cluster of that name; empty, and taken note of, when there is none. */
    Optional<Cluster> cluster(String key, String label) {
        Optional<Cluster> cluster = Cluster.named(label);
        if (cluster.isEmpty() && !label.isEmpty()) {
            String known = Arrays.stream(Cluster.values()).map(Cluster::label).collect(Collectors.joining(", "));
            problemAt(key, "unknown cluster " + label + " (known: " + known + ")");
        }
        return cluster;
    }

    /** Takes note when Kafka would not take that name for a topic. */
    void checkName(String name) {
        if (!name.isEmpty() && !LEGAL_NAME.matcher(name).matches()) {
            problemAt("name", "a name consists of letters, digits, dots, dashes and underscores");
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problemAt(key, "is not a list");
        return List.of();
    }

    private Optional<String> scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problems.add(value, place, key + " has no value, or not a plain one");
        return Optional.empty();
    }

    private static Map<String, Node> entries(String place, Node node, Problems problems) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, place, "is not a mapping of keys to values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(tuple.getKeyNode(), place, "a key is not a plain text");
            } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                problems.add(key, place, "key " + key.getValue() + " is there twice");
            }
        }
        return entries;
    }
}
