package marketplace.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Grafana's dashboards, as they stand in the checkout. */
public final class Dashboards {
    private Dashboards() {}

    /** What they ask Prometheus, with everything chosen that a reader may choose. */
    public static Set<String> queries(final Path home) throws IOException {
        final Set<String> queries = new TreeSet<>();
        final Path folder = home.resolve("grafana").resolve("dashboards");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (final Path file : files) {
                for (final JsonNode expression : new ObjectMapper()
                        .readTree(Files.readString(file))
                        .path("panels")
                        .findValues("expr")) {
                    queries.add(expression.asText().replaceAll("\\$\\w+", ".*"));
                }
            }
        }
        return queries;
    }
}
