package marketplace.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketplace.local.layout.Home;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** A Compose file as it stands in the checkout, with its anchors resolved and its variables not. */
final class Compose {
    /** A word with a dollar before it; two dollars are one that is meant as such. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Za-z_]+)(:-[^}]*)?}");

    private final String text;
    private final Map<String, Object> content;

    private Compose(String text, Map<String, Object> content) {
        this.text = text;
        this.content = content;
    }

    static Compose read(String file) throws IOException {
        var text = Files.readString(inCheckout(file));
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        return new Compose(text, new Yaml(options).load(text));
    }

    static Path inCheckout(String path) {
        return Home.ofThisProcess().configuration(path);
    }

    /** What {@code .env} says. */
    static Map<String, String> environment() throws IOException {
        var environment = new TreeMap<String, String>();
        Files.readAllLines(inCheckout(".env")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(words -> environment.put(words[0], words[1]));
        return environment;
    }

    /** The variables that have no default. */
    List<String> variablesWithoutDefault() {
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> found.group(2) == null)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** What a part of the file, such as {@code networks}, names. */
    List<String> names(String part) {
        return List.copyOf(child(content, part).keySet());
    }

    /** Each service by its name. */
    Map<String, Service> services() {
        var services = new TreeMap<String, Service>();
        child(content, "services")
                .keySet()
                .forEach(name -> services.put(name, new Service(name, child(child(content, "services"), name))));
        return services;
    }

    /** One service. */
    record Service(String name, Map<String, Object> settings) {
        Map<String, Object> under(String key) {
            return child(settings, key);
        }

        /** A list, or the keys of what may be written as a map as well; empty if there is none. */
        List<String> list(String key) {
            var value = settings.get(key);
            Collection<?> words =
                    value instanceof Map<?, ?> map ? map.keySet() : value instanceof List<?> all ? all : List.of();
            return words.stream().map(String::valueOf).toList();
        }

        String text(String key) {
            return String.valueOf(settings.getOrDefault(key, ""));
        }

        /** Whether it is over when it is done. */
        boolean isOnce() {
            return text("restart").equals("no");
        }

        /** Whether it is started when nobody asks for more. */
        boolean isInDefaultProfile() {
            return list("profiles").isEmpty();
        }

        /** The number of the user it runs as; the image's own of what is ours. */
        String user() {
            return settings.containsKey("user")
                    ? text("user").split(":", -1)[0]
                    : String.valueOf(child(under("build"), "args").get("USER_ID"));
        }

        int megabytes() {
            var limit = text("mem_limit");
            var number = Integer.parseInt(limit.substring(0, limit.length() - 1));
            return limit.endsWith("g") ? number * 1024 : number;
        }

        /** What is mounted, each as source, place, rights. */
        Stream<String[]> mounts() {
            return list("volumes").stream().map(mount -> mount.split(":", -1));
        }

        /** The names of the volumes it mounts. */
        TreeSet<String> namedVolumes() {
            var names = new TreeSet<String>();
            mounts().filter(mount -> !mount[0].startsWith(".")).forEach(mount -> names.add(mount[0]));
            return names;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.getOrDefault(name, Map.of());
    }
}
